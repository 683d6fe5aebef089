package noroshi;

import static noroshi.testing.Cast.*;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.NewCollection;
import noroshi.provider.Providers;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is brought into the library, given on from it, and arranged with sources and providers. */
class IntelLeavesRecordsTests extends ActsOnRecord {
    @Autowired
    Collections collections;

    @Autowired
    Providers providers;

    private final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void lay() {
        ids.putAll(things.fresh());
    }

    private UUID id(String kind) {
        return UUID.fromString(ids.getOrDefault(kind, ""));
    }

    private static Body file(String name, String text) {
        return new Body.File("file", name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String bundle() {
        return """
                {"type": "bundle", "id": "bundle--%1$s", "objects": [{"type": "malware", "spec_version": "2.1",
                 "id": "malware--%1$s", "created": "2026-07-01T00:00:00Z", "modified": "2026-07-01T00:00:00Z",
                 "name": "fox", "is_family": false}]}
                """.formatted(UUID.randomUUID());
    }

    @Test
    @LeavesRecords({
        "POST /intel/bundles",
        "POST /intel/bundles/{id}/collections",
        "DELETE /intel/bundles/{id}/collections/{filled}",
        "POST /intel/warnings",
        "POST /intel/enquiries/mail",
        "POST /intel/enquiries/new",
        "POST /intel/indicators",
        "POST /intel/warnings/look",
        "DELETE /intel/imports/{id}"
    })
    void filesAreBrought() throws Exception {
        var brought = leaves(
                Left.there("intel.bundle-imported"),
                new Act(ED, "POST /intel/bundles", Map.of(), Map.of(), file("case.json", bundle())));
        var centre = List.of(CENTRE);
        var own = collections.create(
                new NewCollection(Optional.empty(), "c", "", "", Tlp.AMBER_STRICT, centre, centre), ADA);
        leaves(
                Left.on(own, "intel.bundle-handed-out"),
                new Act(
                        ED,
                        "POST /intel/bundles/{id}/collections",
                        Map.of("bundle", thing(brought).toString()),
                        Map.of("collection", own.toString())));
        var both = Map.of("bundle", thing(brought).toString(), "filled", own.toString());
        matters.owner("update intel.handing set state = 'GOING' where collection = '" + own + "'");
        leaves(
                Left.on(own, "intel.bundle-hand-out-stopped"),
                new Act(ED, "DELETE /intel/bundles/{id}/collections/{filled}", both, Map.of()));
        var name = UUID.randomUUID().toString();
        var list = "{\"name\": \"%s\", \"type\": \"string\", \"list\": [\"w\"]}".formatted(name);
        leaves(
                new Left(
                        "intel.warning-list-loaded",
                        answer -> known("select id from intel.warning_list where name = '" + name + "'")),
                new Act(ED, "POST /intel/warnings", Map.of(), Map.of(), file("list.json", list)));
        var mail = "From: a@b.example\r\nSubject: x\r\n\r\nhttps://odd.example/login\r\n";
        leavesNothing(new Act(MIKA, "POST /intel/enquiries/mail", Map.of(), Map.of(), file("odd.eml", mail)));
        for (var look : List.of("POST /intel/enquiries/new", "POST /intel/indicators", "POST /intel/warnings/look")) {
            leavesNothing(new Act(MIKA, look, Map.of(), Map.of("q", "odd.example")));
        }
        matters.owner("update intel.import set state = 'WAITING' where id = '" + ids.get("import") + "'");
        leavesNothing(new Act(ED, "DELETE /intel/imports/{id}", ids, Map.of()));
    }

    @Test
    @LeavesRecords("POST /intel/collections/{id}/given")
    void anObjectIsGivenToItsSource() throws Exception {
        leaves(
                Left.on(id("collection"), "intel.object-given"),
                new Act(
                        ADA,
                        "POST /intel/collections/{id}/given",
                        ids,
                        Map.of(
                                "object", "indicator--" + UUID.randomUUID(),
                                "organisation", "railway",
                                "reason", "本人のもの")));
    }

    @Test
    @LeavesRecords("POST /intel/collections/{id}/published")
    void aCollectionIsOpenedForWhatBulletinsCite() throws Exception {
        leaves(
                Left.on(id("collection"), "intel.collection-published"),
                new Act(ADA, "POST /intel/collections/{id}/published", ids, Map.of("published", "true")));
    }

    @Test
    @LeavesRecords({
        "POST /intel/permits/{id}/answer",
        "POST /intel/permits/{id}/revocation",
        "POST /intel/providers/{id}/deletions",
        "POST /intel/providers/{id}/permits"
    })
    void aSourceIsAskedAndTakesItBack() throws Exception {
        leaves(
                Left.on(id("permit"), "intel.permit-given"),
                new Act(RIN, "POST /intel/permits/{id}/answer", ids, Map.of("yes", "true")));
        leaves(
                Left.on(id("permit"), "intel.permit-revoked"),
                new Act(RIN, "POST /intel/permits/{id}/revocation", ids, Map.of()));
        matters.owner("update intel.permit set sent_at = now(), recipient = '%s' where id = '%s'"
                .formatted(id("provider"), id("permit")));
        leaves(
                Left.on(id("permit"), "intel.permitted-object-deleted"),
                new Act(
                        ADA,
                        "POST /intel/providers/{id}/deletions",
                        ids,
                        Map.of("permit", ids.getOrDefault("permit", ""))));
        var withheld = UUID.randomUUID();
        matters.owner("""
                insert into provider.withheld (id, provider, stix_id, name, tlp, at, source)
                select '%s', '%s', p.stix_id, 'p', 'AMBER', now(), p.source from intel.permit p where p.id = '%s';
                update provider.provider set push_from = (select collection from intel.permit where id = '%3$s')
                 where id = '%2$s'
                """.formatted(withheld, id("provider"), id("permit")));
        leaves(
                new Left("intel.permit-asked", answer -> asked()),
                new Act(
                        ED,
                        "POST /intel/providers/{id}/permits",
                        ids,
                        Map.of("withheld", withheld.toString(), "purpose", "遮断リストに載せるため")));
    }

    /** The one that waits for an answer. */
    private UUID asked() {
        return providers.permits(id("provider"), ED).stream()
                .filter(permit -> permit.answer().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @LeavesRecords("POST /intel/providers/{id}/quarantined")
    void whatWaitsIsThrownAway() throws Exception {
        leaves(
                Left.on(id("provider"), "provider.quarantined-decided"),
                new Act(
                        ADA,
                        "POST /intel/providers/{id}/quarantined",
                        ids,
                        Map.of("of", "intel.object.type-missing", "act", "THROWN_AWAY", "why", "壊れている")));
    }
}
