report sign-in 2013-q3
