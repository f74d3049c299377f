report annual 2013
