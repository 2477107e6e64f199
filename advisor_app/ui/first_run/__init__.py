"""The first minutes with the program, and the first after an update: a welcome, a short tour, what is new."""
