package noroshi.provider;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.PROVIDER;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.TORU;
import static noroshi.testing.Cast.VERA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.Confirmation;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.blocklist.NewBlocklist;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.enquiry.Verdict;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** A partner may be one of the organisations that are asked for verdicts; who sees both sees that they are one. */
@WholeHouse
class NamingPartnersTests {
    private static final String NAME = "見張台インテリジェンス";

    private final Partner partner;

    @Autowired
    Partners partners;

    @Autowired
    Enquiries enquiries;

    @Autowired
    Blocklists blocklists;

    @Autowired
    Confirmations confirmations;

    @Autowired
    MockMvcTester mvc;

    NamingPartnersTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
    }

    /** An organisation is one partner: other tests may want to name it, too. */
    @AfterEach
    void release() {
        partners.of(PROVIDER, ADA).ifPresent(known -> partners.name(known.id(), Optional.empty(), ADA));
    }

    @Test
    void whatTheOrganisationWasAskedAndSentStandsOnThePartnersPage() throws Exception {
        var id = provider();
        var value = "x" + UUID.randomUUID() + ".example";
        var before = name(id);
        enquiries.ask(List.of(form(value)), "", true, MIKA);
        var enquiry = enquiries.own(MIKA).stream()
                .filter(each -> each.form().equals(form(value)))
                .findFirst()
                .orElseThrow();
        enquiries.askProviders(enquiry.id(), Set.of(PROVIDER), Optional.of(Duration.ofHours(2)), DANA);
        assertThat(dealings(id).answering().orElseThrow().open())
                .isEqualTo(before.answering().orElseThrow().open() + 1);
        enquiries.opine(enquiry.id(), Verdict.HARMFUL, Optional.empty(), "", VERA);
        var list = blocklists.make(new NewBlocklist("偽サイト " + value, "", Tlp.GREEN, List.of(form(value))), ED);
        blocklists.push(list, Set.of(PROVIDER), ED);
        assertThat(dealings(id).response().orElseThrow().waiting())
                .isEqualTo(before.response().orElseThrow().waiting() + 1);
        say(list, Confirmation.State.REGISTERED, Optional.empty());
        say(list, Confirmation.State.HITS, Optional.of(21L));
        var after = dealings(id);
        assertThat(after.answering().orElseThrow()).satisfies(answering -> {
            assertThat(answering.open())
                    .isEqualTo(before.answering().orElseThrow().open());
            assertThat(answering.inTime())
                    .isEqualTo(before.answering().orElseThrow().inTime() + 1);
            assertThat(answering.latest().getFirst().enquiry()).isEqualTo(enquiry.id());
        });
        assertThat(after.response().orElseThrow()).satisfies(response -> {
            var first = before.response().orElseThrow();
            assertThat(response.lists()).isEqualTo(first.lists() + 1);
            assertThat(response.waiting()).isEqualTo(first.waiting());
            assertThat(response.registered()).isEqualTo(first.registered() + 1);
            assertThat(response.hits()).isEqualTo(first.hits() + 21);
        });
        assertThat(mvc.get().uri("/intel/providers/" + id).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains(NAME, "/intel/enquiries/" + enquiry.id(), "/intel/blocklists/" + list)
                .doesNotContain("/organisations/" + PROVIDER);
    }

    /** An administrator follows block lists but judges nothing; an editor opens no other organisation's page. */
    @Test
    void eachSeesWhatTheySeeElsewhere() throws Exception {
        var id = provider();
        name(id);
        assertThat(partners.dealings(id, ADA).orElseThrow()).satisfies(dealings -> {
            assertThat(dealings.answering()).isEmpty();
            assertThat(dealings.response()).isPresent();
        });
        assertThat(mvc.get().uri("/intel/providers/" + id).with(as(ADA)))
                .bodyText()
                .contains("/organisations/" + PROVIDER)
                .doesNotContain("/intel/enquiries/");
        assertThat(mvc.get().uri("/organisations/" + PROVIDER).with(as(ADA)))
                .bodyText()
                .contains("/intel/providers/" + id);
        assertThat(mvc.get().uri("/organisations/" + PROVIDER).with(as(VERA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/intel/providers", "脅威情報の交換");
        assertThat(mvc.get().uri("/organisations/" + RAILWAY).with(as(ADA)))
                .bodyText()
                .doesNotContain("/intel/providers/" + id);
        for (var stranger : List.of(DANA, TORU, VERA, MIKA, OTTO)) {
            assertThatThrownBy(() -> partners.dealings(id, stranger)).isInstanceOf(NotAllowed.class);
            assertThat(partners.of(PROVIDER, stranger)).isEmpty();
        }
    }

    @Test
    void onlyAnAdministratorSaysItAndAnOrganisationIsOnePartner() throws Exception {
        var id = provider();
        var other = provider();
        for (var somebody : List.of(ED, DANA, VERA)) {
            assertThatThrownBy(() -> partners.name(id, Optional.of(PROVIDER), somebody))
                    .isInstanceOf(NotAllowed.class);
        }
        for (var wrong : List.of(RAILWAY, UUID.randomUUID())) {
            refused(id, wrong);
        }
        assertThatThrownBy(() -> partners.name(UUID.randomUUID(), Optional.of(PROVIDER), ADA))
                .isInstanceOf(NotFound.class);
        name(id);
        refused(other, PROVIDER);
        assertThat(partners.choices(other, ADA)).doesNotContain(PROVIDER);
        assertThat(partners.choices(id, ADA)).contains(PROVIDER);
        partners.name(id, Optional.empty(), ADA);
        assertThat(partners.dealings(id, ADA)).isEmpty();
        name(other);
        assertThat(partners.of(PROVIDER, ED).orElseThrow().id()).isEqualTo(other);
    }

    @Test
    void itIsSaidOnThePageAndStaysOnRecord(@Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction)
            throws Exception {
        var id = provider();
        assertThat(mvc.put()
                        .uri("/intel/providers/{id}/organisation", id)
                        .param("organisation", "x")
                        .with(as(ADA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("情報提供事業者として参加していて");
        assertThat(mvc.put()
                        .uri("/intel/providers/{id}/organisation", id)
                        .param("organisation", PROVIDER.toString())
                        .with(as(ADA)))
                .hasStatus(HttpStatus.SEE_OTHER);
        partners.name(id, Optional.of(PROVIDER), ADA);
        var acts = Acting.as(
                ADA,
                () -> transaction.execute(status ->
                        jdbc.sql("""
                                select detail ->> 'organisation' from audit.entry
                                 where act = 'provider.organisation-named' and subject = :provider
                                """).param("provider", id).query(String.class).list()));
        assertThat(acts).as("saying the same again is no change").containsExactly(PROVIDER.toString());
    }

    private UUID provider() throws Exception {
        return partner.provider("http://127.0.0.1:9/", partner.collection());
    }

    private Partners.Dealings name(UUID id) {
        partners.name(id, Optional.of(PROVIDER), ADA);
        return dealings(id);
    }

    private Partners.Dealings dealings(UUID id) {
        return partners.dealings(id, ED).orElseThrow();
    }

    private void refused(UUID id, UUID organisation) {
        assertThatThrownBy(() -> partners.name(id, Optional.of(organisation), ADA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("provider.rule.organisation"));
    }

    private void say(UUID list, Confirmation.State state, Optional<Long> hits) {
        var since = hits.map(_ -> Instant.now().minus(Duration.ofDays(1)));
        confirmations.confirm(list, new Confirmation("DNS", state, hits, since, ""), VERA);
    }

    private static Spelling.Form form(String name) {
        return new Spelling.Form(IndicatorType.DOMAIN, name);
    }
}
