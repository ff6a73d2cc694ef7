package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Threshold.Direction;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/** A real directory becomes a site. */
class ConfigDirectoryTest {
    @TempDir
    Path directory;

    private Site load(String... files) throws IOException {
        return switch (read(files)) {
            case ConfigResult.Loaded(Site site) -> site;
            case ConfigResult.Rejected(List<ConfigProblem> problems) -> throw new AssertionError(problems.toString());
        };
    }

    private List<String> problems(String... files) throws IOException {
        return switch (read(files)) {
            case ConfigResult.Loaded(Site site) -> throw new AssertionError(site.toString());
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                problems.stream().map(ConfigProblem::toString).toList();
        };
    }

    /** @param files name, content, name, content … */
    private ConfigResult read(String... files) throws IOException {
        for (int i = 0; i < files.length; i += 2) {
            Files.writeString(directory.resolve(files[i]), files[i + 1]);
        }
        return new ConfigDirectory(directory, TestReaders.ALL).read();
    }

    private Site full() throws IOException {
        return load("full.yaml", Files.readString(Path.of("src/test/resources/config/full.yaml")));
    }

    private static Check check(Site site, String id) {
        return site.checks().stream()
                .filter(check -> check.id().equals(CheckId.parse(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsSettingsGroupsHostsAndServices() throws IOException {
        Site site = full();

        assertThat(site.settings())
                .isEqualTo(new Settings(Duration.ofDays(3), Duration.ofDays(30), Duration.ofDays(365), 4, 500));
        assertThat(site.groups()).extracting(Group::title).containsExactly("Edge", "core");
        assertThat(site.hosts()).extracting(Host::title).containsExactly("gw", "Web 1", "web-2");
        Host host = site.hosts().get(1);
        assertThat(host.group()).contains(new GroupId("edge"));
        assertThat(host.parents()).containsExactly(Need.of(new HostId("gw")));
        assertThat(host.tags()).containsExactlyInAnyOrder("web", "prod");
        assertThat(host.place()).hasToString("full.yaml:37:3");
        assertThat(site.services())
                .extracting(Service::title, Service::type, Service::dependsOnIds, Service::instances)
                .containsExactly(
                        tuple(
                                "Database",
                                ServiceType.DATABASE,
                                List.of(),
                                List.of(CheckId.parse("web-2/front"), CheckId.parse("web-2/extra"))),
                        tuple(
                                "shop",
                                ServiceType.API,
                                List.of(new ServiceId("db")),
                                List.of(CheckId.parse("web-1/front"), CheckId.parse("web-2/extra"))));
    }

    @Test
    void letsTheNearestLevelWin() throws IOException {
        Site site = full();

        Check own = check(site, "web-1/front");
        assertThat(own.every()).isEqualTo(Duration.ofSeconds(8));
        assertThat(own.retryEvery()).contains(Duration.ofSeconds(4));
        assertThat(own.unhealthyAfter()).isEqualTo(2);
        assertThat(own.tags()).containsExactlyInAnyOrder("site", "group", "template", "host", "web", "prod", "own");
        assertThat(own.enabled()).isFalse();
        Check byHost = check(site, "web-1/ssh");
        assertThat(byHost.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(byHost.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(byHost.unhealthyAfter()).isEqualTo(5);
        assertThat(byHost.healthyAfter()).isEqualTo(3);
        Check byTemplate = check(site, "web-2/front");
        assertThat(byTemplate.every()).isEqualTo(Duration.ofSeconds(20));
        assertThat(byTemplate.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(byTemplate.unhealthyAfter()).isEqualTo(4);
        assertThat(byTemplate.enabled()).isTrue();
    }

    @Test
    void laysAHostsCheckOverTheTemplates() throws IOException {
        Site site = full();

        assertThat(check(site, "web-1/front").spec()).isInstanceOfSatisfying(TestReaders.WebSpec.class, spec -> {
            assertThat(spec.url()).isEqualTo(URI.create("https://192.0.2.10/health"));
            assertThat(spec.accept()).containsExactly("200", "204");
            assertThat(spec.password()).contains(new Secret.Variable("WEB_PASSWORD"));
            assertThat(spec.steps()).containsExactly("hello");
        });
        assertThat(check(site, "web-1/front").thresholds())
                .containsExactlyInAnyOrder(
                        new Threshold("latency", Direction.ABOVE, Optional.of(100.0), Optional.empty()),
                        new Threshold("cert_days_left", Direction.BELOW, Optional.of(14.0), Optional.of(1.0)));
        assertThat(check(site, "web-2/front").spec().summary()).isEqualTo("GET http://web-2/");
        assertThat(check(site, "web-2/front").thresholds())
                .contains(new Threshold("latency", Direction.ABOVE, Optional.of(500.0), Optional.of(2000.0)));
        assertThat(check(site, "web-1/ssh").spec().summary()).isEqualTo("TCP web-1.example:22");
        assertThat(check(site, "web-1/front").place()).hasToString("full.yaml:47:7");
        assertThat(check(site, "web-2/front").place()).hasToString("full.yaml:25:7");
    }

    @Test
    void replacesAProbeSectionOfAnotherKind() throws IOException {
        Site site = load("a.yml", """
                templates: {t: {checks: {c: {http: {url: "http://x/"}}}}}
                hosts: {h: {templates: [t], checks: {c: {tcp: {port: 1}}}}, i: {templates: [t], checks: {c: }}}
                """);

        assertThat(site.checks())
                .extracting(check -> check.spec().summary())
                .containsExactly("TCP h:1", "GET http://x/");
    }

    @Test
    void readsSeveralFilesAsOneSet() throws IOException {
        Site site = load(
                "b.yaml", "hosts: {b: {group: g, checks: {c: {tcp: {port: 1}}}}}",
                "a.yml", "hosts: {a: {parents: [b]}}",
                "c.yaml", "groups: {g: {defaults: {every: 11s}}}",
                ".hidden.yaml", "nonsense: [",
                "note.txt", "nonsense: [");

        assertThat(site.hosts()).extracting(Host::id).hasToString("[a, b]");
        assertThat(site.checks()).extracting(Check::every).containsExactly(Duration.ofSeconds(11));
    }

    @Test
    void namesBothPlacesOfADuplicateInTwoFiles() throws IOException {
        assertThat(problems(
                        "a.yaml", "settings: {}\nhosts:\n  h: {}\n",
                        "b.yaml", "hosts:\n  i: {}\n  h: {}\nsettings: {}\n"))
                .containsExactly(
                        "b.yaml:3:3: \"h\" is given twice, first at a.yaml:3:3; keep one of the two",
                        "b.yaml:4:1: \"settings\" is given twice, first at a.yaml:1:1; keep one of the two");
    }

    @Test
    void tellsAllProblemsAtOnceSortedByPlace() throws IOException {
        assertThat(problems(
                        "b.yaml", "hosts: {h: {group: x}}\nb: 1\n",
                        "a.yaml", "hosts: [\n"))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("a.yaml:2:1: this is not YAML"),
                        second -> assertThat(second).startsWith("b.yaml:1:20: the group \"x\" is not defined"),
                        third -> assertThat(third).startsWith("b.yaml:2:1: the key \"b\" is not known here"));
    }

    @Test
    void tellsAMistakeInATemplateOnce() throws IOException {
        assertThat(problems("a.yaml", """
                templates: {t: {checks: {c: {tcp: {prot: 1}}}}}
                hosts: {h: {templates: [t]}, i: {templates: [t]}}
                """))
                .containsExactly(
                        "a.yaml:1:30: \"port\" is missing; add port (which)",
                        "a.yaml:1:36: the key \"prot\" is not known here; did you mean \"port\"?");
    }

    @Test
    void tellsWhatIsWrongWithTheDirectory() throws IOException {
        assertThat(problems())
                .containsExactly(directory
                        + ":1:1: the directory holds no YAML file; put a file such as watchfloor.yaml into it");
        assertThat(new ConfigDirectory(directory.resolve("none"), TestReaders.ALL).read())
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .extracting(ConfigProblem::what)
                                .isEqualTo("the directory cannot be read"));
    }

    @Test
    void tellsWhatIsNoReadableFile() throws IOException {
        Files.createDirectory(directory.resolve("a.yaml"));
        Files.createSymbolicLink(directory.resolve("b.yaml"), directory.resolve("nowhere"));
        Files.write(directory.resolve("c.yaml"), new byte[ConfigFile.MAX_BYTES + 1]);

        assertThat(problems())
                .containsExactly(
                        "a.yaml:1:1: is not a regular file; replace it by a file, or rename it",
                        "b.yaml:1:1: is not a regular file; replace it by a file, or rename it",
                        "c.yaml:1:1: the file is larger than 8MiB; split it into several files");
    }

    @Test
    void survivesAChainOfParentsAsLongAsTheSite() throws IOException {
        StringBuilder chain = new StringBuilder("hosts:\n  h0: {parents: [h9999]}\n");
        for (int i = 1; i < 10_000; i++) {
            chain.append("  h").append(i).append(": {parents: [h").append(i - 1).append("]}\n");
        }

        assertThat(problems("a.yaml", chain.toString()))
                .singleElement()
                .asString()
                .startsWith(
                        "a.yaml:2:18: \"parents\" goes in a circle: h0 -> h9999 -> h9998 -> h9997 -> h9996 -> h9995 -> h9994 -> h9993 -> h9992 -> h9991 -> … 9981 more … -> h9 -> ")
                .contains(" -> h1 -> h0;");
    }
}
