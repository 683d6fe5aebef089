package noroshi.vendor;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A neutral list everybody reads, and with whom a matter went on, which only its two sides know. */
@WholeHouse
@Import(Matters.class)
class HandingToVendorsTests {
    @Autowired
    Vendors vendors;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private UUID listed(String name, String kana) {
        var vendor = new Vendor(
                UUID.randomUUID(), name, name, kana, Set.of(Service.FORENSICS), "関東", "03-0000-1111", true, "", false);
        return vendors.add(vendor, DANA);
    }

    @Test
    void theListHasNoOrderButTheNames() {
        listed("甲の調査", "こうのちょうさ");
        listed("阿の復旧", "あのふっきゅう");
        assertThat(vendors.all(OTTO)).extracting(Vendor::kana).isSorted();
        assertThat(page("/desk/vendors", OTTO)).contains("甲の調査", "24時間受付").doesNotContain("事業者を載せる");
        assertThat(page("/desk/vendors", DANA)).contains("事業者を載せる");
        for (var other : List.of(OTTO, MIKA, JUN, ED, TORU, VERA)) {
            assertThatThrownBy(() -> vendors.add(
                            new Vendor(UUID.randomUUID(), "n", "n", "n", Set.of(Service.OT), "", "", false, "", false),
                            other))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aVendorThatIsRefusedIsStillInTheForm() {
        assertThat(mvc.post()
                        .uri("/desk/vendors")
                        .with(as(DANA))
                        .param("nameJa", "戊の監視")
                        .param("nameEn", "Bo Watch")
                        .param("kana", "ぼのかんし")
                        .param("services", "OT", "MONITORING")
                        .param("words", "九州に強い")
                        .param("phone", "092-000-0000")
                        .param("always", "true")
                        .param("address", "http://bo.example"))
                .hasStatus(422)
                .bodyText()
                .contains("戊の監視", "Bo Watch", "ぼのかんし", "九州に強い", "092-000-0000", "http://bo.example")
                .containsPattern("value=\"OT\" checked")
                .containsPattern("value=\"MONITORING\" checked")
                .doesNotContainPattern("value=\"DDOS\" checked")
                .containsPattern("name=\"always\" value=\"true\" checked");
    }

    @Test
    void aMatterGoesOnWithAVendorAndOnlyItsTwoSidesKnow() {
        var vendor = listed("乙の解析", "おつのかいせき");
        var matter = matters.reported("事業者に渡す案件", Optional.of(matters.system(AGENCY)), false, MIKA);
        assertThat(page("/desk/" + matter.reference() + "/vendors", MIKA)).contains("乙の解析");
        vendors.handOver(matter, vendor, "端末 3 台の保全。二週間。", MIKA);
        for (var side : List.of(MIKA, RIN, DANA)) {
            assertThat(vendors.of(desk.show(matter.reference(), side), side))
                    .extracting(HandedOver::scope)
                    .containsExactly("端末 3 台の保全。二週間。");
            assertThat(page("/desk/" + matter.reference(), side)).contains("乙の解析", "端末 3 台の保全");
        }
        for (var reader : List.of(JUN, MINA)) {
            var seen = desk.show(matter.reference(), reader);
            assertThat(vendors.of(seen, reader)).isEmpty();
            assertThat(page("/desk/" + matter.reference(), reader)).doesNotContain("乙の解析", "端末 3 台");
            assertThatThrownBy(() -> vendors.handOver(seen, vendor, "x", reader))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> matters.sql(
                            reader,
                            "insert into vendor.handover (matter, vendor, scope, at, by) values (?, ?, 'x', now(), ?)",
                            matter.topic(),
                            vendor,
                            reader.person()))
                    .isInstanceOf(DataAccessException.class);
        }
        matters.during(
                OTTO,
                () -> assertThat(jdbc.sql("select count(*) from vendor.handover")
                                .query(Integer.class)
                                .single())
                        .isZero());
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsLost() {
        var vendor = listed("丙の監視", "へいのかんし");
        var matter = matters.reported("何を頼んだか", Optional.empty(), false, MIKA);
        assertThatThrownBy(() -> vendors.handOver(matter, vendor, " ", MIKA)).isInstanceOf(RuleBroken.class);
        var refused = mvc.post()
                .uri("/desk/" + matter.reference() + "/vendors")
                .with(as(MIKA))
                .param("vendor", "")
                .param("scope", "書いた範囲")
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("書いた範囲");
        vendors.end(vendor, DANA);
        assertThat(vendors.all(MIKA)).extracting(Vendor::id).doesNotContain(vendor);
        assertThatThrownBy(() -> vendors.handOver(matter, vendor, "もう載っていない", MIKA))
                .isInstanceOf(RuleBroken.class);
    }

    private String page(String path, Actor actor) {
        var page = mvc.get().uri(path).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
