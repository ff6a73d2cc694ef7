package org.watchfloor.notify.sms;

import java.util.Map;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.http.HttpMessage;

/** Who takes short messages, one request for each number. Implementations are records. */
interface Gateway {
    /** Name or host, without secrets. */
    String summary();

    /** @param model the notice's values; mutable and owned by the gateway */
    HttpMessage message(String number, String text, Map<String, Object> model, OpenSecrets secrets)
            throws MissingSecret;
}
