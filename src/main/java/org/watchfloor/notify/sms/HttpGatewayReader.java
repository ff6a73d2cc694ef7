package org.watchfloor.notify.sms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.http.HttpAuth;
import org.watchfloor.notify.http.HttpHeaders;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.text.Escaping;
import org.watchfloor.notify.text.TemplateCheck;
import org.watchfloor.notify.text.TextTemplate;

/** Reads one {@code gateway:} section. */
final class HttpGatewayReader {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern BEFORE_PATH = Pattern.compile("https?://[^/{}]+(/.*)?", Pattern.DOTALL);

    private final ConfigNode node;

    HttpGatewayReader(ConfigNode node) {
        this.node = node;
    }

    HttpGateway read() {
        HttpGateway.Method method =
                node.key("method", "post (default), put, get").choice(HttpGateway.Method.POST);
        TextTemplate url = new TextTemplate(
                node.key("url", "Mustache template of the address, such as https://gw/send?to={{number}}")
                        .requiredText(),
                Escaping.URL);
        Escaping escape = node.key("escape", "what {{name}} in the body is made safe for: json, xml, url, none")
                .choice(Escaping.JSON);
        Optional<String> body = node.key("body", "Mustache template with {{number}} and {{text}}; needed unless get")
                .text();
        Map<String, Secret> secrets = secrets();
        String contentType = node.key("content-type", "media type of the body").text(defaultType(escape));
        HttpGateway gateway = new HttpGateway(
                host(url.source()),
                method,
                url,
                HttpHeaders.read(node),
                HttpAuth.read(node),
                secrets,
                new TextTemplate(body.orElse("{}"), escape),
                contentType);
        check(gateway, body.isPresent());
        return gateway;
    }

    private static String defaultType(Escaping escape) {
        return switch (escape) {
            case JSON -> HttpMessage.JSON;
            case XML -> "application/xml; charset=utf-8";
            case URL -> HttpMessage.FORM;
            case NONE -> "text/plain; charset=utf-8";
        };
    }

    private Map<String, Secret> secrets() {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        node.key("secrets", "secrets for the templates as {{secrets.name}}; each value is ${NAME}")
                .textMap()
                .forEach((name, value) -> {
                    Matcher reference = REFERENCE.matcher(value);
                    if (reference.matches()) {
                        secrets.put(name, new Secret.Variable(reference.group(1)));
                    } else {
                        node.problem("secrets", "\"" + name + "\" holds a secret itself", "write ${NAME}");
                    }
                });
        return secrets;
    }

    private void check(HttpGateway gateway, boolean hasBody) {
        Map<String, String> placeholders = new LinkedHashMap<>();
        gateway.secrets().keySet().forEach(name -> placeholders.put(name, "secret"));
        TemplateCheck check =
                new TemplateCheck(Map.of("number", "+4915100000", "text", "\"text\"", "secrets", placeholders));
        check.check(node, "url", gateway.url());
        if (hasBody) {
            check.check(node, "body", gateway.body());
        }
        if (!gateway.url().source().isEmpty() && !isUrl(gateway.url().source(), check.sample(gateway.url()))) {
            node.problem("url", "\"url\" does not become a URL", "write such as https://gw.example.org/send");
        }
        if (gateway.method() != HttpGateway.Method.GET && !hasBody) {
            node.problem("body", "the request says nothing", "add body with {{number}} and {{text}}");
        }
    }

    /** The host is fixed, so that no notice decides where secrets go. */
    private static boolean isUrl(String source, String filled) {
        try {
            return BEFORE_PATH.matcher(source.replaceAll("\\?.*", "")).matches() && new URI(filled).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String host(String source) {
        return BEFORE_PATH.matcher(source).matches() ? source.split("/", 4)[2].split("\\?", 2)[0] : "a gateway";
    }
}
