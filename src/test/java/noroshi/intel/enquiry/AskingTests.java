package noroshi.intel.enquiry;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.PROVIDER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.STRANGERS;
import static noroshi.testing.Cast.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Known at once, or asked with consent; providers judge without knowing who asks; the answer goes as far as its label. */
@WholeHouse
@Import(Papers.class)
class AskingTests {
    @Autowired
    Enquiries enquiries;

    @Autowired
    Papers papers;

    @Test
    void whatIsKnownIsAnsweredAtOnceToWhoMayReadIt() {
        var name = form(Papers.name());
        papers.publish(Tlp.GREEN, RAIL, name.value());
        assertThat(look(name, MIKA).life()).isPresent();
        assertThat(look(name, MIKA).open()).isFalse();
        assertThat(look(name, OTTO).life()).isEmpty();
        assertThat(look(name, OTTO).open()).isTrue();
        assertThat(enquiries.own(OTTO))
                .as("looking leaves nothing behind")
                .noneMatch(each -> each.form().equals(name));
    }

    @Test
    void nothingLeavesWithoutConsent() {
        var name = form(Papers.name());
        refused(() -> enquiries.ask(List.of(name), "note", false, MIKA), "enquiry.consent");
        refused(() -> enquiries.ask(List.of(), "note", true, MIKA), "enquiry.values");
        assertThat(enquiries.all(DANA)).noneMatch(each -> each.form().equals(name));
        assertThat(enquiries.ask(List.of(name), "note", true, MIKA)).isOne();
        assertThat(enquiries.ask(List.of(name), "again", true, MIKA))
                .as("asked already")
                .isZero();
        assertThat(look(name, MIKA).waiting()).isTrue();
        assertThat(look(name, NOOR).waiting()).isFalse();
    }

    @Test
    void providersJudgeWithoutKnowingWhoAsks() {
        var enquiry = asked(MIKA, Papers.name());
        assertThat(enquiries.askedOfUs(VERA)).noneMatch(each -> each.enquiry().equals(enquiry.id()));
        assertThatThrownBy(() -> enquiries.opine(enquiry.id(), Verdict.HARMFUL, Optional.empty(), "", VERA))
                .isInstanceOf(NotFound.class);
        enquiries.askProviders(enquiry.id(), Set.of(PROVIDER), Optional.of(Duration.ofHours(2)), DANA);
        assertThatThrownBy(() -> enquiries.show(enquiry.id(), VERA)).isInstanceOf(NotFound.class);
        var question = enquiries.askedOfUs(VERA).stream()
                .filter(each -> each.enquiry().equals(enquiry.id()))
                .findFirst()
                .orElseThrow();
        assertThat(question.form()).isEqualTo(enquiry.form());
        assertThat(Duration.between(question.askedAt(), question.dueAt())).isEqualTo(Duration.ofHours(2));
        enquiries.opine(enquiry.id(), Verdict.HARMFUL, Optional.of(80), "C2 として観測", VERA);
        refused(
                () -> enquiries.opine(enquiry.id(), Verdict.HARMLESS, Optional.empty(), "", VERA),
                "enquiry.answered-already");
        assertThat(enquiries.opinions(enquiry.id(), DANA))
                .singleElement()
                .satisfies(opinion -> assertThat(opinion.verdict()).contains(Verdict.HARMFUL));
        assertThat(enquiries.opinions(enquiry.id(), MIKA))
                .as("the asker gets the answer, not the papers")
                .isEmpty();
        refused(
                () -> enquiries.askProviders(enquiry.id(), Set.of(STRANGERS), Optional.empty(), DANA),
                "enquiry.providers");
    }

    @Test
    void theAnswerGoesAsFarAsItsLabel() {
        var strict = asked(MIKA, Papers.name());
        var wide = asked(MIKA, Papers.name());
        assertThatThrownBy(() -> enquiries.answer(strict.id(), Verdict.HARMLESS, "w", Tlp.AMBER, MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> enquiries.answer(strict.id(), Verdict.HARMLESS, "w", Tlp.AMBER, OTTO))
                .isInstanceOf(NotFound.class);
        refused(() -> enquiries.answer(strict.id(), Verdict.HARMLESS, " ", Tlp.AMBER, DANA), "enquiry.words-missing");
        refused(() -> enquiries.answer(strict.id(), Verdict.HARMLESS, "w", Tlp.RED, DANA), "enquiry.label");
        enquiries.answer(strict.id(), Verdict.HARMLESS, "正規の配信元です", Tlp.AMBER_STRICT, DANA);
        enquiries.answer(wide.id(), Verdict.HARMFUL, "遮断してください", Tlp.AMBER, ED);
        assertThat(look(strict.form(), MIKA).answered()).isPresent();
        assertThat(look(strict.form(), NOOR).answered()).isEmpty();
        assertThat(look(wide.form(), NOOR).answered())
                .hasValueSatisfying(answer -> assertThat(answer.words()).isEqualTo("遮断してください"));
        refused(() -> enquiries.answer(wide.id(), Verdict.UNKNOWN, "w", Tlp.AMBER, DANA), "enquiry.answered-already");
    }

    @Test
    void whoAskedIsTheCentresToKnow() {
        var enquiry = asked(MIKA, Papers.name());
        asked(NOOR, enquiry.form().value());
        assertThat(look(enquiry.form(), SORA).asked())
                .as("under five nobody is told")
                .isZero();
        assertThat(look(enquiry.form(), DANA).asked()).isEqualTo(2);
        assertThatThrownBy(() -> enquiries.show(enquiry.id(), OTTO)).isInstanceOf(NotFound.class);
        assertThat(enquiries.all(OTTO)).isEmpty();
        assertThat(enquiries.judging(OTTO)).isFalse();
        assertThat(enquiries.own(OTTO)).noneMatch(each -> each.form().equals(enquiry.form()));
    }

    @Test
    void aMailIsLookedThrough() {
        var mail = """
                From: "Support" <help@pay-minato.example>
                Received: from x (x [203.0.113.8]) by y
                Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: base64

                6KuL5rGC5pu444GvIGh0dHBzOi8vcGF5Lm1pbmF0by5leGFtcGxlL2E/aWQ9MSDjgafjgZnjgII=
                --b
                Content-Type: application/octet-stream; name=a.exe
                Content-Disposition: attachment; filename=a.exe
                Content-Transfer-Encoding: base64

                TVo=
                --b--
                """.replace("\n", "\r\n");
        assertThat(SuspiciousMail.read(mail.getBytes()).forms())
                .extracting(Spelling.Form::value)
                .contains("help@pay-minato.example", "203.0.113.8", "https://pay.minato.example/a?id=1")
                .anyMatch(value -> value.length() == 64);
        refused(() -> SuspiciousMail.read(new byte[0]), "enquiry.mail.size");
        refused(() -> SuspiciousMail.read(new byte[] {0, 1, 2}), "enquiry.mail.unreadable");
        var mixed = "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        for (var many : List.of("--b\n\n".repeat(2_000), "--b\r\r".repeat(2_000), "x\r--b\r" + "a:\r".repeat(2_000))) {
            refused(
                    () -> SuspiciousMail.read((mixed + many).getBytes(StandardCharsets.US_ASCII)),
                    "enquiry.mail.parts");
        }
    }

    @Test
    void noPartOfAMailKeepsTheRestFromBeingRead() {
        for (var odd : List.of(
                "Content-Disposition: attachment; filename=\"=?x-none?Q?a?=\"",
                "Content-Transfer-Encoding: x-none",
                "Content-Type: multipart/mixed",
                "Content-Type: text/plain; charset==\nContent-Disposition: attachment; filename=\"=?x-none?Q?a?=\"")) {
            var mail = """
                    From: =?x-none?Q?a?= <help@pay-minato.example>
                    Subject: =?x-none?Q?a?=
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    %s

                    see odd.minato.example
                    --b
                    Content-Type: text/plain

                    see https://pay.minato.example/a
                    --b--
                    """.formatted(odd).replace("\n", "\r\n");
            assertThat(SuspiciousMail.read(mail.getBytes()).forms())
                    .as(odd)
                    .extracting(Spelling.Form::value)
                    .contains("help@pay-minato.example", "https://pay.minato.example/a");
        }
    }

    private Enquiry asked(Actor asker, String value) {
        enquiries.ask(List.of(form(value)), "受信したメールのリンク", true, asker);
        return enquiries.own(asker).stream()
                .filter(each -> each.form().equals(form(value)))
                .findFirst()
                .orElseThrow();
    }

    private Known look(Spelling.Form form, Actor actor) {
        return enquiries.look(List.of(form), actor).getFirst();
    }

    private static Spelling.Form form(String name) {
        return new Spelling.Form(IndicatorType.DOMAIN, name);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
