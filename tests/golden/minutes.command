report minutes 2016-q1
