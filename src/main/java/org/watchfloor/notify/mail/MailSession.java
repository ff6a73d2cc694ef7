package org.watchfloor.notify.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** The settings of one conversation with the server. Pure functions. */
final class MailSession {
    static final String PROTOCOL = "smtp";

    private MailSession() {}

    static Session of(MailChannel channel, SSLSocketFactory sockets, Duration timeout) {
        String millis = Long.toString(Math.max(1, timeout.toMillis()));
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", millis);
        settings.setProperty("mail.smtp.timeout", millis);
        settings.setProperty("mail.smtp.sendpartial", "true");
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.setProperty("mail.smtp.auth", Boolean.toString(channel.login().isPresent()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.ssl.socketFactory", sockets);
        boolean starttls = channel.security() == MailSecurity.STARTTLS;
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(channel.security() == MailSecurity.TLS));
        return Session.getInstance(settings);
    }
}
