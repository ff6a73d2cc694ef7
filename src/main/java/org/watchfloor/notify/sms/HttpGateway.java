package org.watchfloor.notify.sms;

import java.util.HashMap;
import java.util.Map;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.http.HttpAuth;
import org.watchfloor.notify.http.HttpHeaders;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.text.TextTemplate;

/**
 * Any gateway that takes HTTP.
 *
 * @param host shown to people
 * @param url a template, its values escaped for a query
 * @param body a template; unused with GET
 * @param secrets used by templates as {@code {{secrets.name}}}
 */
record HttpGateway(
        String host,
        Method method,
        TextTemplate url,
        HttpHeaders headers,
        HttpAuth auth,
        Map<String, Secret> secrets,
        TextTemplate body,
        String contentType)
        implements Gateway {
    /** How the gateway is asked. */
    enum Method {
        POST,
        PUT,
        GET
    }

    HttpGateway {
        secrets = Map.copyOf(secrets);
    }

    @Override
    public String summary() {
        return host;
    }

    @Override
    public HttpMessage message(String number, String text, Map<String, Object> model, OpenSecrets opened)
            throws MissingSecret {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            values.put(secret.getKey(), opened.open(secret.getValue()));
        }
        model.put("number", number);
        model.put("text", text);
        model.put("secrets", values);
        String content = method == Method.GET ? "" : body.fill(model);
        return new HttpMessage(method.name(), url.fill(model), headers.open(opened), contentType, content)
                .with(auth.headers(opened));
    }
}
