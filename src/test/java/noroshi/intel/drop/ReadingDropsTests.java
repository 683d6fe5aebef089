package noroshi.intel.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** What is dropped is recognised by its form, and every part of it is read or reported. */
class ReadingDropsTests {
    static final String EVENT = """
            {"Event": {"uuid": "5f1c2f3e-0000-4000-8000-000000000001", "info": "Fake tickets", "timestamp": "1782000000",
             "distribution": "1", "Orgc": {"name": "Example CERT"}, "Tag": [{"name": "tlp:green"}, {"name": "misp-galaxy:tool=\\"X\\""}],
             "Attribute": [
              {"uuid": "5f1c2f3e-0000-4000-8000-000000000002", "type": "domain|ip", "value": "M.example|198.51.100.8", "to_ids": true, "comment": "C2", "timestamp": "1781000000", "Tag": [{"name": "tlp:amber"}]},
              {"type": "filename|md5", "value": "invoice.exe|9f2c41aa9f2c41aa9f2c41aa9f2c41aa", "to_ids": true, "first_seen": "2026-06-01T00:00:00+00:00"},
              {"type": "url", "value": "https://not.example/", "to_ids": false, "comment": "harmless"},
              {"type": "ip-dst|port", "value": "198.51.100.9|443", "to_ids": true},
              {"type": "comment", "value": "words", "to_ids": false},
              {"type": "link", "value": "https://report.example/1", "to_ids": false},
              {"type": "vulnerability", "value": "CVE-2026-1234", "to_ids": false},
              {"type": "yara", "value": "rule x { condition: true }", "to_ids": true},
              {"type": "sha512", "value": "ab", "to_ids": true},
              {"type": "bank-account-nr", "value": "123", "to_ids": true},
              {"type": "sha256", "value": "not a hash", "to_ids": true},
              {"uuid": "5f1c2f3e-0000-4000-8000-000000000003", "type": "domain", "value": "gone.example", "to_ids": true, "deleted": true, "Sighting": [{"id": 1}]}],
             "Object": [{"name": "file", "comment": "dropper", "ObjectReference": [{"a": 1}], "Attribute": [{"type": "sha1", "object_relation": "sha1", "value": "9f2c41aa9f2c41aa9f2c41aa9f2c41aa9f2c41aa", "to_ids": true}]}],
             "EventReport": [{"name": "Report", "content": "# What happened"}]}}
            """;

    private final DropReader reader =
            new DropReader(Clock.fixed(Instant.parse("2026-07-24T00:00:00Z"), ZoneOffset.UTC));

    private Drop read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), Wish.NONE);
    }

    private static List<String> values(Drop drop) {
        return drop.items().stream()
                .flatMap(item -> item.forms().stream())
                .map(Spelling.Form::value)
                .toList();
    }

    private static List<String> reasons(Drop drop) {
        return drop.leftOut().stream().map(left -> left.reason().key()).toList();
    }

    @Test
    void aMispEventIsReadWithItsMeaning() {
        var drop = read(EVENT);
        assertThat(drop.format()).isEqualTo(Format.MISP);
        assertThat(drop.from()).isEqualTo("Example CERT");
        assertThat(values(drop))
                .containsExactly(
                        "m.example",
                        "198.51.100.8",
                        "9f2c41aa9f2c41aa9f2c41aa9f2c41aa",
                        "https://not.example/",
                        "198.51.100.9",
                        "ab",
                        "gone.example",
                        "9f2c41aa9f2c41aa9f2c41aa9f2c41aa9f2c41aa");
        var first = drop.items().getFirst();
        assertThat(first.facts().tlp())
                .as("the stricter of event and attribute")
                .contains(Tlp.AMBER);
        assertThat(first.facts().about()).isEqualTo("C2");
        assertThat(drop.items())
                .extracting(Item::sense)
                .containsExactly(
                        Sense.LOOKOUT,
                        Sense.LOOKOUT,
                        Sense.SEEN,
                        Sense.LOOKOUT,
                        Sense.NOTE,
                        Sense.LINK,
                        Sense.WEAKNESS,
                        Sense.RULE,
                        Sense.LOOKOUT,
                        Sense.ENDED,
                        Sense.NOTE,
                        Sense.LOOKOUT,
                        Sense.NOTE);
        assertThat(drop.items().get(1).facts().name()).isEqualTo("invoice.exe");
        assertThat(drop.items().get(1).facts().firstSeen()).contains(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(drop.items().get(11).facts().labels())
                .contains("misp:name=\"file\"", "misp:object_relation=\"sha1\"");
        assertThat(drop.events().getFirst().labels()).containsExactly("misp-galaxy:tool=\"X\"");
    }

    @Test
    void whatMispSaysAndWeCannotIsNamed() {
        var drop = read(EVENT);
        assertThat(reasons(drop)).containsExactly("drop.left.type", "drop.left.type");
        assertThat(drop.leftOut().getFirst().where()).isEqualTo("Event.Attribute[9]");
        assertThat(drop.remarks())
                .filteredOn(remark -> remark.key().equals("drop.remark.property"))
                .extracting(remark -> remark.arguments().getFirst())
                .containsExactly("ObjectReference", "Sighting", "distribution");
        assertThat(drop.items().get(3).changes())
                .extracting(noroshi.intel.Reason::key)
                .containsExactly("drop.changed.port");
    }

    @Test
    void searchesAndListsOfEventsAreRead() {
        var inner = EVENT.strip();
        for (var wrapped :
                List.of("[" + inner + "]", "{\"response\": [" + inner + "]}", "{\"response\": " + inner + "}")) {
            assertThat(read(wrapped).events()).hasSize(1);
        }
        assertThat(read("[" + inner + "," + inner.replace("000000000001", "000000000009") + "]")
                        .events())
                .hasSize(2);
    }

    @Test
    void tablesAreReadByTheirHeadings() {
        var drop = read("""
                種別,値,備考,TLP,スコア
                ドメイン,drop[.]example,C2,AMBER,1
                IPアドレス,２０３．０．１１３．４,"a,b",PURPLE,2
                url,not a url,,,3
                ドメイン,DROP.example,again,GREEN,4
                ファイル名,請求書.exe,,,5
                """);
        assertThat(drop.format()).isEqualTo(Format.CSV);
        assertThat(values(drop)).containsExactly("drop.example", "203.0.113.4", "請求書.exe");
        assertThat(drop.items().get(1).facts().about()).isEqualTo("a,b");
        assertThat(drop.items().get(1).facts().tlp()).contains(Tlp.AMBER_STRICT);
        assertThat(drop.items().get(2).forms().getFirst().type()).isEqualTo(IndicatorType.FILE_NAME);
        assertThat(reasons(drop)).containsExactly("drop.left.other-kind", "drop.left.repeated");
        assertThat(drop.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.key()).isEqualTo("drop.table.unused");
            assertThat(remark.arguments()).containsExactly("スコア");
        });
    }

    @Test
    void tablesWithoutHeadingsAreReadByWhatStandsInThem() {
        var drop = read("1;evil.example;2026-07-01;GREEN\n2;evil2.example;2026/7/2;GREEN\n3;broken;2026-07-03;GREEN\n");
        assertThat(drop.table().orElseThrow().columns())
                .extracting(Table.Column::use)
                .containsExactly(Table.Use.NOTHING, Table.Use.VALUE, Table.Use.FIRST_SEEN, Table.Use.TLP);
        assertThat(values(drop)).containsExactly("evil.example", "evil2.example");
        assertThat(drop.items().get(1).facts().firstSeen()).contains(Instant.parse("2026-07-02T00:00:00Z"));
        assertThat(reasons(drop)).containsExactly("drop.left.no-value");
        var otherwise = reader.read(
                "evil.example,other.example\na.example,b.example\n".getBytes(StandardCharsets.UTF_8),
                new Wish(Optional.of(Format.CSV), List.of(Table.Use.NOTHING, Table.Use.VALUE)));
        assertThat(values(otherwise)).containsExactly("other.example", "b.example");
    }

    @Test
    void japaneseSpreadsheetsAreUnderstood() {
        var text = "種別,値,備考\r\nドメイン,evil.example,表\r\n";
        for (var charset : List.of(Charset.forName("windows-31j"), StandardCharsets.UTF_16, StandardCharsets.UTF_8)) {
            var drop = reader.read(text.getBytes(charset), Wish.NONE);
            assertThat(drop.items().getFirst().facts().about())
                    .as(charset.name())
                    .isEqualTo("表");
        }
        assertThat(reader.read(text.getBytes(Charset.forName("windows-31j")), Wish.NONE)
                        .remarks())
                .anySatisfy(remark -> assertThat(remark.arguments()).contains("CP932"));
    }

    @Test
    void listsAreReadLineByLine() {
        var drop = read("""
                # TLP:GREEN  from a partner
                0.0.0.0 ads.example
                hxxps://evil[.]example/a?b=1   # landing page
                ２０３．０．１１３．４
                nonsense here
                2001:db8[:][:]1
                evil@example[.]com
                ADS.example
                """);
        assertThat(drop.format()).isEqualTo(Format.LIST);
        assertThat(values(drop))
                .containsExactly(
                        "ads.example", "https://evil.example/a?b=1", "203.0.113.4", "2001:db8::1", "evil@example.com");
        assertThat(drop.items())
                .allSatisfy(item -> assertThat(item.facts().tlp()).contains(Tlp.GREEN));
        assertThat(drop.items().get(1).facts().about()).isEqualTo("landing page");
        assertThat(drop.items().get(1).changes())
                .extracting(noroshi.intel.Reason::key)
                .containsExactly("drop.changed.spelling");
        assertThat(reasons(drop)).containsExactly("drop.left.no-value", "drop.left.repeated");
    }

    @Test
    void valuesAreFoundAmongWords() {
        var drop = read("""
                不審な通信先（hxxps://evil[.]example/login）を確認しました。IPは２０３．０．１１３．４、もう一つは198[.]51[.]100[.]7です。
                ハッシュ値「D41D8CD98F00B204E9800998ECF8427E」、連絡先はbad（at）evil.example、evil[dot]example に注意。invoice.exe を開かない。
                """);
        assertThat(drop.format()).isEqualTo(Format.TEXT);
        assertThat(values(drop))
                .contains(
                        "https://evil.example/login",
                        "203.0.113.4",
                        "198.51.100.7",
                        "d41d8cd98f00b204e9800998ecf8427e",
                        "evil.example")
                .doesNotContain("invoice.exe");
        assertThat(values(read("see evil.example"))).containsExactly("evil.example");
        assertThat(values(read("[警告] evil[.]example"))).containsExactly("evil.example");
    }

    @Test
    void mailsAreReadWithTheirHeadersAndAttachments() {
        var drop = read("""
                Received: from mx.evil.example (198.51.100.23)
                From: =?UTF-8?B?6ZqK6ZW3?= <boss@evil.example>
                Subject: invoice
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=utf-8

                click hxxps://evil[.]example/a
                --x
                Content-Type: text/csv; name=list.csv
                Content-Disposition: attachment; filename=list.csv

                type,value
                domain,attached.example
                domain,bad value
                --x
                Content-Type: application/json; name=b.json
                Content-Disposition: attachment; filename=b.json

                {"type": "bundle", "objects": []}
                --x
                Content-Type: application/json; name=misp.json
                Content-Disposition: attachment; filename=misp.json

                {"Event": {"info": "inner", "Attribute": [{"type": "domain", "value": "misp.example", "to_ids": true}]}}
                --x--
                """.replace("\n", "\r\n"));
        assertThat(drop.format()).isEqualTo(Format.MAIL);
        assertThat(drop.from()).isEqualTo("隊長 <boss@evil.example>");
        assertThat(values(drop))
                .contains(
                        "198.51.100.23",
                        "boss@evil.example",
                        "https://evil.example/a",
                        "attached.example",
                        "misp.example");
        assertThat(reasons(drop)).containsExactly("drop.left.other-kind", "drop.left.attached-stix");
        assertThat(drop.events())
                .singleElement()
                .satisfies(event -> assertThat(event.title()).isEqualTo("inner"));
    }
}
