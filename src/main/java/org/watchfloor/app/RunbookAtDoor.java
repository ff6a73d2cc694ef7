package org.watchfloor.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Which runbook, for which check, with which values: what the running Watchfloor is told of it. */
final class RunbookAtDoor {
    @Parameters(paramLabel = "ID", description = "id of the runbook, as written below runbooks:")
    private String runbook = "";

    @Option(
            names = "--target",
            paramLabel = "CHECK",
            required = true,
            description = "the check that it is about, such as web-1/page")
    private String check = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "value of a parameter; once for each")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--by", paramLabel = "NAME", description = "who you are; default: cli")
    private String by = "cli";

    /** @param end such as {@code run} */
    String path(String end) {
        return "/api/v1/runbooks/" + URLEncoder.encode(runbook, StandardCharsets.UTF_8) + "/" + end;
    }

    /** @param more what else is told, by name */
    String body(Map<String, String> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("check", check);
        body.put("parameters", values);
        body.put("by", by);
        body.putAll(more);
        return JsonMapper.shared().writeValueAsString(body);
    }
}
