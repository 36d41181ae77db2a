/* the consent script as the browser saved it: emptied */
