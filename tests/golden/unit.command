report unit 红十字会
