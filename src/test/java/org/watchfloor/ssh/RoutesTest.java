package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ~/.ssh/config} makes of a target. */
@NullMarked
class RoutesTest {
    @TempDir
    Path home;

    @BeforeEach
    void createDirectory() throws Exception {
        Files.createDirectories(home.resolve(".ssh/config.d"));
    }

    @Test
    void takesDefaultsWithoutAFile() {
        assertThat(to("web-1")).singleElement().satisfies(hop -> {
            assertThat(hop).hasToString("operator@web-1:22");
            assertThat(hop.knownAs()).isEqualTo("web-1");
            assertThat(hop.identityFiles())
                    .containsExactly(
                            home.resolve(".ssh/id_ed25519"),
                            home.resolve(".ssh/id_ecdsa"),
                            home.resolve(".ssh/id_rsa"));
        });
    }

    @Test
    void letsTheFirstValueWinAndAddsUpIdentityFiles() throws Exception {
        config("""
                # comment
                User first
                Host web-*, !web-9
                Host web-* !web-9
                  HostName %h.example.org
                  Port=2222
                  User second
                  IdentityFile "~/.ssh/my key"
                  StrictHostKeyChecking no
                Host *
                  Port 22 # not used
                  IdentityFile /etc/keys/%r-%h
                """);

        assertThat(to("web-1")).singleElement().satisfies(hop -> {
            assertThat(hop).hasToString("first@web-1.example.org:2222");
            assertThat(hop.knownAs()).isEqualTo("[web-1.example.org]:2222");
            assertThat(hop.identityFiles())
                    .containsExactly(home.resolve(".ssh/my key"), Path.of("/etc/keys/first-web-1.example.org"));
        });
        assertThat(to("web-9")).singleElement().hasToString("first@web-9:22");
    }

    @Test
    void includesFilesByPatternInsideTheirBlock() throws Exception {
        config("""
                Include config.d/*.conf
                Host db
                  Include ~/.ssh/only-db
                Include missing/* config.d/[
                """);
        Files.writeString(home.resolve(".ssh/config.d/a.conf"), "Host web\n  Port 1111\n");
        Files.writeString(home.resolve(".ssh/config.d/b.conf"), "Host web db\n  Port 2222\n");
        Files.writeString(home.resolve(".ssh/config.d/c.txt"), "Port 3333\n");
        Files.writeString(home.resolve(".ssh/only-db"), "User dba\nHost web\n  User nobody\n");

        assertThat(to("web")).singleElement().hasToString("operator@web:1111");
        assertThat(to("db")).singleElement().hasToString("dba@db:2222");
        assertThat(to("other")).singleElement().hasToString("operator@other:22");
    }

    @Test
    void survivesAFileThatIncludesItself() throws Exception {
        config("Include config\nUser looped\n");

        assertThat(to("x")).singleElement().hasToString("looped@x:22");
    }

    @Test
    void passesOverMatchBlocks() throws Exception {
        config("Match all\n  User matched\nHost *\n  Port 99\n");

        assertThat(to("x")).singleElement().hasToString("operator@x:99");
    }

    @Test
    void dialsJumpHostsInOrder() throws Exception {
        config("""
                Host inner
                  ProxyJump admin@one:2201,ssh://[::1]:2202
                Host one
                  ProxyJump zero
                Host direct
                  ProxyJump none
                Host bad
                  ProxyJump :::
                Host *
                  ProxyJump
                """);

        assertThat(to("inner"))
                .extracting(Hop::toString)
                .containsExactly("operator@zero:22", "admin@one:2201", "operator@::1:2202", "operator@inner:22");
        assertThat(to("direct")).hasSize(1);
        assertThat(to("bad")).isEmpty();
    }

    @Test
    void listensToTheTargetFirst() throws Exception {
        config("Host x\n  Port 99999\n  User a\n  ProxyJump y\n");
        SshTarget given =
                new SshTarget("x", Optional.of(7), Optional.of("me"), SshLogin.LIKE_SSH, Optional.empty(), true);
        SshTarget plain =
                new SshTarget("x", Optional.empty(), Optional.empty(), SshLogin.LIKE_SSH, Optional.empty(), false);

        assertThat(routes().to(given).getLast()).hasToString("me@x:7");
        assertThat(routes().to(plain)).singleElement().hasToString("operator@x:22");
        assertThat(to("x").getLast()).hasToString("a@x:22");
    }

    private void config(String text) throws Exception {
        Files.writeString(home.resolve(".ssh/config"), text);
    }

    private List<Hop> to(String host) {
        return routes().to(new SshTarget(
                host, Optional.empty(), Optional.empty(), SshLogin.LIKE_SSH, Optional.empty(), true));
    }

    private Routes routes() {
        return new Routes(SshTestFiles.in(home));
    }
}
