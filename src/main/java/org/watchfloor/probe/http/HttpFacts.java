package org.watchfloor.probe.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.watchfloor.model.Fact;
import org.watchfloor.probe.net.SecretMask;
import org.watchfloor.probe.net.Words;

/** Collects what the detail pane shows of an answer, without secrets. Confined to one look. */
final class HttpFacts {
    private static final Pattern SENSITIVE =
            Pattern.compile("cookie|authoriz|authentication-info|token|secret|password|api-?key");
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_VALUE = 512;
    private static final int LONGEST_BODY = 4096;

    private final SecretMask mask;
    private final List<Fact> facts = new ArrayList<>();

    HttpFacts(SecretMask mask) {
        this.mask = mask;
    }

    /** True if the value of the header is nobody's business. */
    static boolean isSensitive(String header) {
        return SENSITIVE.matcher(header.toLowerCase(Locale.ROOT)).find();
    }

    void redirect(int status, HttpUrl target) {
        facts.add(new Fact("redirect", status + " → " + line(target.toString())));
    }

    void peer(String peer) {
        facts.add(new Fact("remote address", peer));
    }

    void head(Response response) {
        String line = response.protocol().toString().toUpperCase(Locale.ROOT) + " " + response.code() + " "
                + response.message();
        facts.add(new Fact("status line", line(line)));
        facts.add(new Fact("protocol", response.protocol().toString()));
        Headers headers = response.headers();
        for (int i = 0; i < Math.min(headers.size(), MOST_HEADERS); i++) {
            String name = headers.name(i);
            String value = isSensitive(name) ? SecretMask.HIDDEN : line(headers.value(i));
            facts.add(new Fact("header " + line(name), value));
        }
    }

    void body(HttpBody body) {
        if (body.size() > 0) {
            facts.add(new Fact("body", Words.cut(mask.hide(body.beginning()), LONGEST_BODY)));
        }
    }

    void addAll(List<Fact> more) {
        facts.addAll(more);
    }

    List<Fact> all() {
        return facts;
    }

    private String line(String text) {
        return Words.excerpt(mask.hide(text), LONGEST_VALUE);
    }
}
