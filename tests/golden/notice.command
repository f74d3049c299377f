report notice 2017-q4
