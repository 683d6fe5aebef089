package noroshi.intel.lists;

import static noroshi.intel.lists.RealProducts.NOERROR;
import static noroshi.intel.lists.RealProducts.NXDOMAIN;
import static noroshi.intel.lists.RealProducts.expect;
import static noroshi.intel.lists.RealProducts.freePort;
import static noroshi.intel.lists.RealProducts.program;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Real resolvers and a real sensor load our lists, block, and let go of what was withdrawn. */
@WholeHouse
@Import({Papers.class, Loading.class})
class LoadedByProductsTests {
    @TempDir
    Path folder;

    @Autowired
    Loading loading;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    private final String own = Papers.name();
    private final String bad = Papers.name();
    private final String worse = Papers.name();

    @BeforeEach
    void publish() {
        var hash = UUID.randomUUID().toString().replace("-", "").repeat(2);
        papers.publish(
                Tlp.GREEN,
                ALL,
                "ドメイン," + bad + ",通信先,高",
                "ドメイン," + worse + ",通信先,高",
                "IP,198.51.100.66,通信先,高",
                "http://" + worse + "/pay;\"x|\\y?a=b:c",
                "2001:db8:0:5::66",
                hash);
    }

    @Test
    void unboundBlocksUntilItIsWithdrawn() throws Exception {
        var unbound = program("/usr/sbin/unbound", "unbound");
        var port = freePort();
        var zone = folder.resolve("noroshi.zone");
        Files.writeString(zone, loading.load("rpz.zone", RAILWAY));
        var internet = RealProducts.Internet.answering("listed.example", "198.51.100.66", "192.0.2.80");
        var settings = folder.resolve("unbound.conf");
        Files.writeString(settings, """
                server:
                    directory: "%1$s"
                    chroot: ""
                    username: ""
                    pidfile: "%1$s/unbound.pid"
                    use-syslog: no
                    interface: 127.0.0.1@%2$d
                    do-ip6: no
                    module-config: "respip iterator"
                    do-not-query-localhost: no
                rpz:
                    name: "rpz.noroshi"
                    zonefile: "%3$s"
                forward-zone:
                    name: "."
                    forward-addr: 127.0.0.1@%4$d
                remote-control:
                    control-enable: no
                """.formatted(folder, port, zone, internet.port()));
        try (var running = RealProducts.Running.start(
                folder.resolve("log"), List.of(unbound.toString(), "-d", "-c", settings.toString()))) {
            expect(port, "fine.example", NOERROR, 1);
            expect(port, bad, NXDOMAIN, 0);
            expect(port, "www." + bad, NXDOMAIN, 0);
            expect(port, worse, NXDOMAIN, 0);
            expect(port, "listed.example", NXDOMAIN, 0);
            withdraw(bad);
            Files.writeString(zone, loading.load("rpz.zone", RAILWAY));
            running.reload();
            expect(port, bad, NOERROR, 1);
            expect(port, worse, NXDOMAIN, 0);
            Files.writeString(zone, loading.load("rpz.zone?action=nodata", RAILWAY));
            running.reload();
            expect(port, worse, NOERROR, 0);
        } finally {
            internet.close();
        }
    }

    @Test
    void bindBlocksUntilItIsWithdrawn() throws Exception {
        var named = program("/usr/sbin/named", "bind9");
        var port = freePort();
        var zone = folder.resolve("noroshi.zone");
        Files.writeString(zone, loading.load("rpz.zone", RAILWAY));
        approvals.approve(List.of(assets.register(Optional.empty(), own, "", MIKA)), DANA);
        Files.writeString(folder.resolve("allow.zone"), loading.load("allow.zone", RAILWAY));
        Files.writeString(folder.resolve("others.zone"), """
                $TTL 60
                @ SOA localhost. root.localhost. 1 60 60 60 60
                  NS localhost.
                %s CNAME .
                blocked.example CNAME .
                """.formatted(own));
        Files.writeString(folder.resolve("root.zone"), """
                $TTL 60
                @ SOA localhost. root.localhost. 1 60 60 60 60
                  NS localhost.
                localhost A 127.0.0.1
                fine.example A 192.0.2.80
                listed.example A 198.51.100.66
                blocked.example A 192.0.2.80
                %1$s A 192.0.2.80
                www.%1$s A 192.0.2.80
                %2$s A 192.0.2.80
                %3$s A 192.0.2.80
                """.formatted(bad, worse, own));
        var settings = folder.resolve("named.conf");
        Files.writeString(settings, """
                options {
                    directory "%1$s"; pid-file none; session-keyfile none; listen-on port %2$d { 127.0.0.1; };
                    listen-on-v6 { none; }; recursion yes; allow-query { any; }; dnssec-validation no; empty-zones-enable no;
                    response-policy { zone "allow.noroshi"; zone "rpz.noroshi"; zone "others"; } break-dnssec yes;
                };
                controls { };
                zone "." { type primary; file "root.zone"; };
                zone "allow.noroshi" { type primary; file "allow.zone"; };
                zone "rpz.noroshi" { type primary; file "noroshi.zone"; };
                zone "others" { type primary; file "others.zone"; };
                """.formatted(folder, port));
        RealProducts.run(0, "/usr/bin/named-checkconf", "-z", settings.toString());
        try (var running = RealProducts.Running.start(
                folder.resolve("log"), List.of(named.toString(), "-g", "-c", settings.toString()))) {
            expect(port, "fine.example", NOERROR, 1);
            expect(port, bad, NXDOMAIN, 0);
            expect(port, "www." + bad, NXDOMAIN, 0);
            expect(port, "listed.example", NXDOMAIN, 0);
            expect(port, "blocked.example", NXDOMAIN, 0);
            expect(port, own, NOERROR, 1);
            withdraw(bad);
            Thread.sleep(1_100);
            Files.writeString(zone, loading.load("rpz.zone", RAILWAY));
            running.reload();
            expect(port, bad, NOERROR, 1);
            expect(port, worse, NXDOMAIN, 0);
        }
    }

    @Test
    void suricataAcceptsTheRules() throws Exception {
        var suricata = program("/usr/bin/suricata", "suricata");
        var rules = folder.resolve("noroshi.rules");
        Files.writeString(rules, loading.load("suricata.rules", RAILWAY));
        assertThat(Files.readString(rules)).contains("content:\"." + bad + "\"", "198.51.100.66", "http.uri");
        test(suricata, rules);
        withdraw(bad);
        Files.writeString(rules, loading.load("suricata.rules", RAILWAY));
        assertThat(Files.readString(rules))
                .doesNotContain("content:\"." + bad + "\"")
                .contains(worse);
        test(suricata, rules);
    }

    @Test
    void suricataLoadsTheDataSets() throws Exception {
        var suricata = program("/usr/bin/suricata", "suricata");
        for (var file : List.of("noroshi-domain.lst", "noroshi-sha256.txt", "noroshi-md5.txt")) {
            Files.writeString(folder.resolve(file), loading.load(file, RAILWAY));
        }
        var rules = folder.resolve("suricata-datasets.rules");
        Files.writeString(rules, loading.load("suricata-datasets.rules", RAILWAY));
        test(suricata, rules);
    }

    private void test(Path suricata, Path rules) throws Exception {
        var said = RealProducts.run(
                0,
                suricata.toString(),
                "-T",
                "-S",
                rules.toString(),
                "-l",
                folder.toString(),
                "-c",
                "/etc/suricata/suricata.yaml",
                "--set",
                "default-rule-path=" + folder);
        assertThat(said).contains("successfully loaded").doesNotContainIgnoringCase("error");
    }

    private void withdraw(String name) {
        var id = indicators
                .find(Asked.read(name), new Window(0, 1), ED)
                .getFirst()
                .id();
        indicators.withdraw(id, "正規の名前だった", ED);
    }
}
