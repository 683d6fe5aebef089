package noroshi.intel.taxii.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.NewCollection;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

@WholeHouse
class CollectionPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Collections collections;

    @Autowired
    IntelLibrary library;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private String page(String path, Actor actor) throws UnsupportedEncodingException {
        return mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsString();
    }

    private UUID collection(String title) {
        return collections.create(
                new NewCollection(
                        Optional.empty(), title, "", "", Tlp.AMBER_STRICT, List.of(RAILWAY, POWER), List.of(RAILWAY)),
                ADA);
    }

    @Test
    void theCentreMakesAndChangesACollection() throws Exception {
        var made = mvc.post()
                .uri("/intel/collections")
                .with(as(ADA))
                .param("title", "狼煙の指標")
                .param("tlp", "GREEN")
                .param("readers", "railway、power rail")
                .param("writers", "centre")
                .exchange()
                .getResponse();
        assertThat(made.getStatus()).isEqualTo(303);
        var path = String.valueOf(made.getRedirectedUrl());
        assertThat(page(path, ADA))
                .contains(
                        "狼煙の指標",
                        "東都鉄道",
                        "海浜電力",
                        "鉄道",
                        "対処調整センター",
                        "TLP:GREEN",
                        path.substring(path.lastIndexOf('/') + 1) + "/objects/");
        assertThat(page(path + "/edit", ADA)).contains("railway power rail");
        mvc.put()
                .uri(path)
                .with(as(ADA))
                .param("title", "新しい題名")
                .param("tlp", "AMBER")
                .param("readers", "railway")
                .param("writers", "")
                .exchange();
        assertThat(page(path, ADA)).contains("新しい題名").doesNotContain("海浜電力");
        assertThat(page("/intel/collections", ADA)).contains("新しい題名");
    }

    @Test
    void anAdministratorSeesWhatStayedOutOfTheLibrary() throws Exception {
        var collection = collection("取り込めないもの");
        var path = "/intel/collections/" + collection;
        assertThat(page(path, ADA)).doesNotContain("ライブラリに入らなかったもの");
        Acting.as(
                ADA,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("""
                        insert into intel.left_outside (collection, position, stix_id, reason, at)
                        values (:collection, 1, 'indicator--outside', 'no room for it', now())
                        """).param("collection", collection).update()));
        assertThat(page(path, ADA)).contains("ライブラリに入らなかったもの", "indicator--outside", "no room for it");
        assertThat(page(path, MIKA)).contains("取り込めないもの").doesNotContain("no room for it");
    }

    @Test
    void theCentreOpensACollectionForWhatBulletinsCite() throws Exception {
        var path = "/intel/collections/" + collection("記事の指標");
        assertThat(page(path, ADA)).contains("脅威情報に付いたインディケータを入れる").doesNotContain("自動で入ります");
        assertThat(page(path, MIKA)).doesNotContain("脅威情報に付いたインディケータを入れる");
        mvc.post()
                .uri(path + "/published")
                .with(as(ADA))
                .param("published", "true")
                .exchange();
        assertThat(page(path, MIKA)).contains("自動で入ります");
        assertThat(page(path, ADA)).contains("対処調整センター");
        mvc.post().uri(path + "/published").with(as(ADA)).exchange();
        assertThat(page(path, MIKA)).doesNotContain("自動で入ります");
    }

    @Test
    void whatWasTypedIsNotLost() throws Exception {
        var again = mvc.post()
                .uri("/intel/collections")
                .with(as(ADA))
                .param("title", "")
                .param("tlp", "GREEN")
                .param("readers", "railway")
                .param("description", "説明文")
                .exchange()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("railway", "説明文", "題名が必要");
        var unknown = mvc.post()
                .uri("/intel/collections")
                .with(as(ADA))
                .param("title", "t")
                .param("tlp", "GREEN")
                .param("readers", "kitsune")
                .exchange()
                .getResponse();
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(unknown.getContentAsString()).contains("「kitsune」");
    }

    @Test
    void membersSeeTheirCollectionsAndOnlySourcesWhoElseReads() throws Exception {
        var path = "/intel/collections/" + collection("鉄道から");
        assertThat(page("/intel/collections", MIKA)).contains("鉄道から");
        assertThat(page("/intel/collections", OTTO)).doesNotContain("鉄道から");
        assertThat(page(path, MIKA)).contains("海浜電力", "自組織が登録する").doesNotContain("name=\"named\"");
        assertThat(page(path, NOOR))
                .contains("curl", "Microsoft Sentinel", "TAXII2_DISCOVERY_URL")
                .doesNotContain("東都鉄道", "自組織が登録する", "--data-binary");
        assertThat(page(path, MIKA)).contains("--data-binary");
    }

    @Test
    void theSourceNamesWhomItMeans() throws Exception {
        var id = collection("名指し");
        var path = "/intel/collections/" + id;
        assertThat(page(path, RIN)).contains("name=\"named\"");
        var refused = mvc.post()
                .uri(path + "/named")
                .with(as(RIN))
                .param("named", "rail")
                .exchange()
                .getResponse();
        assertThat(refused.getStatus()).as("a community is no organisation").isEqualTo(422);
        assertThat(mvc.post().uri(path + "/named").with(as(RIN)).param("named", "power"))
                .hasStatus(303);
        assertThat(collections.named(id, RIN)).containsExactly(POWER);
        assertThat(page(path, RIN)).contains("value=\"power\"");
    }

    @Test
    void ownersSeeWhatTheirMachineGotAndWhen() throws Exception {
        var id = collection("受け取り");
        var machine = UUID.randomUUID();
        jdbc.sql("""
                select intel.count_deliveries(array[:machine], array[:owner], array[:id], now(), '{3}', '{1234}', '{1}', '{2}')
                """)
                .param("machine", machine)
                .param("owner", POWER)
                .param("id", id)
                .query(row -> {});
        var path = "/intel/collections/" + id + "/machines/" + machine;
        assertThat(page(path, NOOR)).contains("1,234");
        assertThat(page("/intel/collections/" + id, NOOR)).contains(path, "1,234");
        assertThat(page("/intel/collections/" + id, MIKA)).doesNotContain(path);
        assertThat(mvc.get().uri(path).with(as(MIKA))).hasStatus(404);
        assertThat(page(path, ADA)).contains("1,234");
    }

    @Test
    void aBundleOfTheLibraryIsHandedOut() throws Exception {
        var id = collections.create(
                new NewCollection(Optional.empty(), "機器へ", "", "", Tlp.GREEN, List.of(RAILWAY), List.of(CENTRE)), ADA);
        var file = """
                {"type":"bundle","id":"bundle--%s","objects":[{"type":"malware","spec_version":"2.1","id":"malware--%s",
                "created":"2026-07-01T00:00:00Z","modified":"2026-07-01T00:00:00Z","is_family":false,"name":"fox"}]}""".formatted(UUID.randomUUID(), UUID.randomUUID());
        var unmarked = bundle(file, Optional.empty());
        assertThat(page("/intel/bundles/" + unmarked, ED)).contains("/intel/bundles/" + unmarked + "/collections");
        assertThat(page("/intel/bundles/" + unmarked, DANA)).doesNotContain(unmarked + "/collections");
        var path = "/intel/bundles/" + unmarked + "/collections";
        assertThat(page(path, ED)).contains("機器へ", "東都鉄道", "TLP:GREEN まで");
        assertThat(handOut(path, "", ED).getStatus()).isEqualTo(422);
        var before = opened(unmarked);
        var stayed = handOut(path, id.toString(), ED);
        assertThat(opened(unmarked) - before).as("opened once").isEqualTo(1);
        assertThat(stayed.getStatus()).isEqualTo(200);
        assertThat(stayed.getContentAsString()).contains("配らなかったもの", "TLP:AMBER+STRICT");
        var free = bundle(
                file.replaceFirst("malware--[^\"]+", "malware--" + UUID.randomUUID()),
                Permission.typed("GREEN", "JPCERT/CC", "広く使ってよい"));
        var gone = handOut("/intel/bundles/" + free + "/collections", id.toString(), ED);
        assertThat(gone.getStatus()).isEqualTo(303);
        assertThat(gone.getRedirectedUrl()).isEqualTo("/intel/bundles/" + free);
        for (var stranger : List.of(MIKA, OTTO)) {
            assertThat(mvc.get().uri(path).with(as(stranger))).hasStatus(404);
            assertThat(handOut(path, id.toString(), stranger).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void aLargeBundleIsWatchedAndStopped() throws Exception {
        var id = collections.create(
                new NewCollection(Optional.empty(), "順に機器へ", "", "", Tlp.GREEN, List.of(RAILWAY), List.of(CENTRE)),
                ADA);
        var bundle = bundle("""
                {"type":"bundle","id":"bundle--%s","objects":[{"type":"malware","spec_version":"2.1","id":"malware--%s",
                "created":"2026-07-01T00:00:00Z","modified":"2026-07-01T00:00:00Z","is_family":false,"name":"fox"}]}""".formatted(UUID.randomUUID(), UUID.randomUUID()), Optional.empty());
        Acting.as(
                ED,
                () -> transaction.executeWithoutResult(tx -> jdbc.sql("select intel.begin_handing(:bundle, :id, now())")
                        .param("bundle", bundle)
                        .param("id", id)
                        .query()
                        .singleRow()));
        var form = "/intel/bundles/" + bundle + "/collections";
        var path = form + "/" + id;
        assertThat(page(form, ED)).contains(path, "配っている途中");
        assertThat(page(path, ED)).contains("順に機器へ", "1 件中 0 件まで進みました", "今の様子を見る", "配るのをやめる");
        for (var stranger : List.of(MIKA, OTTO)) {
            assertThat(mvc.get().uri(path).with(as(stranger))).hasStatus(404);
            assertThat(mvc.delete().uri(path).with(as(stranger))).hasStatus(404);
        }
        assertThat(mvc.get().uri(form + "/" + UUID.randomUUID()).with(as(ED))).hasStatus(404);
        assertThat(mvc.delete().uri(path).with(as(ED))).hasStatus(303);
        assertThat(page(path, ED)).contains("途中でやめました。", "それまでに配った分").doesNotContain("配るのをやめる");
        assertThat(handOut(form, id.toString(), ED).getStatus()).isEqualTo(200);
        assertThat(page(path, ED)).contains("TLP:AMBER+STRICT", "配り終えた");
    }

    private long opened(UUID bundle) throws Exception {
        return Acting.as(
                ADA,
                () -> Objects.requireNonNull(transaction.execute(tx -> jdbc.sql(
                                "select count(*) from audit.entry where act = 'intel.bundle-opened' and subject = :id")
                        .param("id", bundle)
                        .query(Long.class)
                        .single())));
    }

    private UUID bundle(String file, Optional<Permission> permission) {
        return library.importBundle(file.getBytes(StandardCharsets.UTF_8), "fox.json", permission, ED)
                .bundle();
    }

    private MockHttpServletResponse handOut(String path, String collection, Actor actor) {
        return mvc.post()
                .uri(path)
                .with(as(actor))
                .param("collection", collection)
                .exchange()
                .getResponse();
    }
}
