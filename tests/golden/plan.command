report plan 2017
