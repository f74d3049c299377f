report matter 2017-q1/r2
