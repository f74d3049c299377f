report fund 爱心基金
