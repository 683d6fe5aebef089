package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(Matters.class)
class SupportTests {
    private static final NewSupport WANTED = new NewSupport(
            AGENCY,
            Set.of(SupportKind.INITIAL_ADVICE, SupportKind.INVESTIGATION),
            Support.Mode.REMOTE,
            "検体を見てほしい",
            "検体 1 件の解析まで",
            Optional.empty());

    @Autowired
    ConsultationDesk desk;

    @Autowired
    SupportDesk supports;

    @Autowired
    Matters matters;

    private Matter reported(String title) {
        return desk.show(matters.reported(title, Optional.empty(), false, MIKA).reference(), DANA);
    }

    @Test
    void anAgencyIsAskedAcceptsAndReturnsWhatItFound() {
        var matter = reported("支援がほしい");
        assertThatThrownBy(() -> desk.show(matter.reference(), JUN)).isInstanceOf(NotFound.class);
        var support = supports.ask(matter, WANTED, DANA);
        var asAgency = desk.show(matter.reference(), JUN);
        assertThat(desk.parts(asAgency, JUN)).containsOnlyKeys(Side.TECHNICAL);
        assertThat(asAgency.status()).isEqualTo(Status.SUPPORT_COORDINATING);
        supports.answer(asAgency, support, Support.Verdict.ACCEPTED, "", JUN);
        supports.find(asAgency, support, "既知の検体でした", JUN);
        var seen = supports.of(desk.show(matter.reference(), MIKA), MIKA).getFirst();
        assertThat(seen.verdict()).contains(Support.Verdict.ACCEPTED);
        assertThat(seen.findings()).extracting(Support.Finding::body).containsExactly("既知の検体でした");
        supports.end(matter, support, DANA);
        assertThatThrownBy(() -> supports.find(asAgency, support, "遅れて", JUN)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void declining() {
        var matter = reported("断られる");
        var support = supports.ask(matter, WANTED, DANA);
        var asAgency = desk.show(matter.reference(), JUN);
        assertThatThrownBy(() -> supports.answer(asAgency, support, Support.Verdict.DECLINED, " ", JUN))
                .isInstanceOf(RuleBroken.class);
        supports.answer(asAgency, support, Support.Verdict.DECLINED, "手がいっぱい", JUN);
        assertThatThrownBy(() -> supports.answer(asAgency, support, Support.Verdict.ACCEPTED, "", JUN))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoWantedNoHelpIsAskedFirst() {
        var consultation = desk.show(desk.report(Matters.consultation("助けはいらない"), Locale.JAPANESE, SORA), DANA);
        assertThatThrownBy(() -> supports.ask(consultation, WANTED, DANA)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> desk.show(consultation.reference(), JUN)).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyTheDeskAsksAndOnlyTheAgencyAnswers() {
        var matter = reported("だれが頼むか");
        assertThatThrownBy(() -> supports.ask(matter, WANTED, MIKA)).isInstanceOf(NotFound.class);
        var support = supports.ask(matter, WANTED, DANA);
        for (var other : List.of(MIKA, DANA)) {
            assertThatThrownBy(() -> supports.answer(matter, support, Support.Verdict.ACCEPTED, "", other))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> supports.answer(matter, support, Support.Verdict.ACCEPTED, "", OTTO))
                .isInstanceOf(NotFound.class);
        assertThat(supports.of(matter, OTTO)).isEmpty();
        assertThatThrownBy(() -> supports.end(matter, support, MIKA)).isInstanceOf(NotAllowed.class);
    }
}
