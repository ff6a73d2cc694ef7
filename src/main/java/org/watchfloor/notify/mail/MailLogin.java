package org.watchfloor.notify.mail;

import org.watchfloor.config.Secret;

/** Who Watchfloor is at the mail server. */
record MailLogin(String user, Secret password) {}
