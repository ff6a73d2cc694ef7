package org.watchfloor.recovery.http;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.Counted;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * One HTTP request; it has succeeded when the status is one of those expected. Redirects are not followed.
 *
 * @param headers by name
 * @param expect never empty; 200 to 299 by default
 * @param retry when it is sent again after a failure that passes; empty: never
 * @param authority certificates that are trusted instead of those of this machine, PEM
 */
public record HttpStep(
        Method method,
        Template url,
        Map<String, Template> headers,
        Optional<HttpBody> body,
        List<StatusRange> expect,
        Optional<RetryPolicy> retry,
        Optional<Path> authority)
        implements StepSpec {
    /** Of RFC 9110 and RFC 5789. */
    public enum Method {
        GET,
        HEAD,
        POST,
        PUT,
        PATCH,
        DELETE;

        /** True if two do what one does (RFC 9110, 9.2.2). */
        boolean isIdempotent() {
            return this != POST && this != PATCH;
        }
    }

    public HttpStep {
        headers = Map.copyOf(headers);
        expect = List.copyOf(expect);
    }

    @Override
    public String summary() {
        return method + " " + url;
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("request", url.render(values).behind(method + " ")));
        SequencedMap<String, Template> sorted = new TreeMap<>(headers);
        for (Map.Entry<String, Template> header : sorted.entrySet()) {
            lines.add(new Line("header", header.getValue().render(values).behind(header.getKey() + ": ")));
        }
        if (body.isPresent()) {
            lines.add(new Line("body", body.get().render(values)));
        }
        lines.add(Line.of("expected", expect.stream().map(StatusRange::toString).collect(Collectors.joining(", "))));
        retry.ifPresent(policy -> lines.add(Line.of("sent again", "up to " + Counted.of(policy.max(), "time"))));
        return lines;
    }
}
