package noroshi.form;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.Side;
import noroshi.testing.WholeHouse;
import noroshi.topic.Readership;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A form is the matter in other clothes: who takes it has read it, and nobody takes what was taken back. */
@WholeHouse
@Import(Matters.class)
class TakingFormsTests {
    private static final List<String> ENDINGS = List.of(".pdf", ".csv", ".json");

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Readership readership;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private Matter reported(String title) {
        return matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
    }

    private long taken(Matter matter) {
        var count = new long[1];
        matters.during(
                ADA,
                () -> count[0] = jdbc.sql(
                                "select count(*) from audit.entry where act = 'form.rendered' and subject = :subject")
                        .param("subject", matter.topic())
                        .query(Long.class)
                        .single());
        return count[0];
    }

    @Test
    void nobodyTakesAFormOfWhatWasTakenBack() {
        var matter = reported("取り下げたあとの様式");
        desk.withdraw(matter.reference(), "誤報", MIKA);
        for (var reader : List.of(MIKA, MINA, DANA, OTTO)) {
            for (var ending : ENDINGS) {
                assertThat(mvc.get()
                                .uri(matter.path() + "/forms/ministry" + ending)
                                .with(as(reader)))
                        .hasStatus(404);
            }
            assertThat(mvc.get().uri(matter.path() + "/forms").with(as(reader))).hasStatus(404);
        }
    }

    @Test
    void whoTakesAFormHasReadTheMatterAndItsParts() {
        for (var ending : ENDINGS) {
            var matter = reported("様式で読む" + ending);
            var asJun = desk.show(matter.reference(), JUN);
            var technical = desk.parts(asJun, JUN).get(Side.TECHNICAL);
            assertThat(readership.mine(matter.topic(), JUN)).isEmpty();
            assertThat(mvc.get().uri(matter.path() + "/forms/ministry" + ending).with(as(JUN)))
                    .hasStatusOk();
            for (var topic : List.of(matter.topic(), technical)) {
                assertThat(readership.mine(topic, JUN)).as(ending).isPresent();
            }
        }
    }

    @Test
    void whoOnlyAsksWhetherThereIsOneHasReadNothing() {
        var matter = reported("様式があるかだけ");
        for (var ending : ENDINGS) {
            var path = matter.path() + "/forms/ministry" + ending;
            assertThat(mvc.head().uri(path).with(as(JUN))).hasStatusOk();
            assertThat(mvc.get().uri(path).header("Sec-Purpose", "prefetch").with(as(JUN)))
                    .hasStatus(503);
            assertThat(mvc.head().uri(path).with(as(OTTO))).hasStatus(404);
        }
        assertThat(readership.mine(matter.topic(), JUN)).isEmpty();
        assertThat(taken(matter)).isZero();
        mvc.get().uri(matter.path() + "/forms/ministry.json").with(as(JUN)).exchange();
        assertThat(taken(matter)).isOne();
    }
}
