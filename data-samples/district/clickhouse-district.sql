-- What the machine that is asked has besides: a view of what all machines of the cluster
-- `district` add up.
create database district;
create table district.figures as default.figures
  engine = Distributed(district, default, figures);
create table district.asked (first_day String, last_day String) engine = Memory;
