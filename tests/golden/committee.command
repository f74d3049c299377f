report committee 志愿服务
