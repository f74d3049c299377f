report followup
