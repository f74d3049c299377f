report quarterly 2017-Q3
