report exchange
