report followup 2017-Q1 --audience public
