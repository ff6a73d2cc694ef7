package org.watchfloor.notify.sms;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.SecretKey;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpAuth;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.text.Escaping;

/**
 * Twilio's Messages resource (www.twilio.com/docs/messaging/api/message-resource).
 *
 * @param account the account's SID
 * @param from a number, an alphanumeric sender, or the SID of a messaging service ({@code MG…})
 */
record Twilio(String account, Secret token, String from, URI baseUrl) implements Gateway {
    private static final String BASE_URL = "https://api.twilio.com";
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]+");

    static Twilio read(ConfigNode node) {
        String account =
                node.key("account", "SID of the account, beginning with AC").requiredText();
        if (!account.isEmpty() && !SID.matcher(account).matches()) {
            node.problem("account", "\"" + account + "\" is not a SID", "copy it from the console of Twilio");
        }
        Optional<Secret> token = SecretKey.required(node, "token", "auth token of the account");
        String from = node.key("from", "number, sender, or SID of a messaging service (MG…)")
                .requiredText();
        return new Twilio(account, SecretKey.orMissing(token), from, BaseUrl.read(node, BASE_URL));
    }

    @Override
    public String summary() {
        return "Twilio";
    }

    @Override
    public HttpMessage message(String number, String text, Map<String, Object> model, OpenSecrets secrets)
            throws MissingSecret {
        String sender = from.startsWith("MG") ? "MessagingServiceSid" : "From";
        String form = "To=" + Escaping.URL.escape(number) + "&" + sender + "=" + Escaping.URL.escape(from) + "&Body="
                + Escaping.URL.escape(text);
        String url = BaseUrl.join(baseUrl, "/2010-04-01/Accounts/" + account + "/Messages.json");
        return HttpMessage.post(url, HttpMessage.FORM, form).with(new HttpAuth.Basic(account, token).headers(secrets));
    }
}
