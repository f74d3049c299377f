report annual 2016
