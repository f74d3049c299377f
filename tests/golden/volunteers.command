report volunteers
