report donations 2015
