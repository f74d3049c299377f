report annual 2017
