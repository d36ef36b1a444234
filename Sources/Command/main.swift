print("yuanzhu")
