report projects 2017
