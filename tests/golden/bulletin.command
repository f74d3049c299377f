report bulletin 2017-Q3
