package org.watchfloor.probe.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.probe.net.Expression;

/**
 * What the answer must look like. Regular expressions are those of {@code java.util.regex} and may match anywhere.
 *
 * @param statuses accepted; default 200-299, or 300-399 with {@code expect-location}
 * @param contains texts that the body must contain
 * @param containsNot texts that the body must not contain
 * @param headers expressions that one value of the header must match
 * @param json comparisons with values of a JSON body
 */
public record HttpExpectations(
        List<StatusRange> statuses,
        List<String> contains,
        List<String> containsNot,
        Optional<Expression> matches,
        Optional<Expression> matchesNot,
        Map<String, Expression> headers,
        List<JsonExpectation> json) {
    public static final StatusRange OK = new StatusRange(200, 299);
    public static final HttpExpectations DEFAULT = new HttpExpectations(
            List.of(OK), List.of(), List.of(), Optional.empty(), Optional.empty(), Map.of(), List.of());

    public HttpExpectations {
        statuses = List.copyOf(statuses);
        contains = List.copyOf(contains);
        containsNot = List.copyOf(containsNot);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        json = List.copyOf(json);
    }

    boolean accepts(int status) {
        return statuses.stream().anyMatch(range -> range.contains(status));
    }

    /** False if nothing looks at the body, so that it need not be kept. */
    boolean looksAtBody() {
        return !(contains.isEmpty()
                && containsNot.isEmpty()
                && matches.isEmpty()
                && matchesNot.isEmpty()
                && json.isEmpty());
    }
}
