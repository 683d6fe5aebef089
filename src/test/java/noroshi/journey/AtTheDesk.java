package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.either;
import static noroshi.journey.Visitors.panel;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.*;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import noroshi.shared.Actor;

/** What people do at the desk, step by step. */
final class AtTheDesk {
    private AtTheDesk() {}

    static void partiesAreKnown(Visitors house, String run) {
        var dana = house.at(DANA, "/desk/parties");
        dana.locator("#f-system").fill(run);
        dana.locator("#f-nameJa").fill("予約 " + run);
        dana.locator("#f-nameEn").fill("Booking " + run);
        dana.locator("form[action='/desk/systems'] button[type=submit]").click();
        for (var party : List.of(MINISTRY, POLICE, AGENCY)) {
            dana.locator("#f-trigger").selectOption("SYSTEM");
            dana.locator("#f-code").fill(run);
            dana.locator("#f-organisation").selectOption(party.toString());
            dana.locator("form[action='/desk/parties'] input[name=technical]").check();
            dana.locator("form[action='/desk/parties'] button[type=submit]").click();
        }
        house.inspect(dana);
    }

    /** Whom the system's party list names is shown by name before anything is sent. */
    static String reported(Visitors house, String run, String title, String body) {
        var mika = house.at(MIKA, "/desk/new");
        mika.locator("input[name=kind][value=REPORT]").check();
        mika.locator("#f-title").fill(title);
        mika.locator("#f-body").fill(body);
        mika.locator("details:has(textarea[name=technical]) summary").click();
        mika.locator("#f-technical").fill("Many requests from 192.0.2.7");
        mika.locator("input[name=help]").check();
        mika.locator("#f-system").selectOption(run);
        mika.locator("button[value=parties]").click();
        for (var party : List.of(
                either(mika, "運輸省", "Ministry of Transport"),
                either(mika, "都警察", "Metropolitan Police"),
                either(mika, "情報保全機構", "Information Safety Agency"))) {
            assertThat(mika.locator(".parties")).containsText(party);
        }
        assertThat(mika.locator("#f-body")).hasValue(body);
        house.inspect(mika);
        mika.locator("button[name=step][value=send]").click();
        assertThat(mika.locator("h1")).hasText(title);
        assertThat(panel(mika, "told")).containsText(either(mika, "都警察", "Metropolitan Police"));
        house.inspect(mika);
        return path(mika);
    }

    static String path(Page page) {
        return page.url().replaceAll(".*(/desk/D-[^/?#]+).*", "$1");
    }

    /** The windows of the ministry, the police and the agency; and not that of the stranger. */
    static void everybodyHasIt(Visitors house, String path, String title) {
        for (var reader : List.of(MINA, PAUL, JUN)) {
            var list = house.at(reader, "/desk");
            assertThat(panel(list, "shared")).containsText(title);
            panel(list, "shared").getByText(title).click();
            assertThat(list.locator("h1")).hasText(title);
            assertThat(list.locator("#thread, section[aria-labelledby=thread]").first())
                    .isVisible();
            house.inspect(list);
        }
        assertThat(house.at(OTTO, "/desk").getByText(title)).hasCount(0);
        assertThat(panel(house.at(MIKA, path), "told").locator(".people-list__state--missing"))
                .hasCount(0);
    }

    static void triaged(Visitors house, String path, String title) {
        var dana = house.at(DANA, "/desk");
        house.inspect(dana);
        dana.locator(".board").getByText(title).click();
        button(dana, "/acknowledgement").click();
        dana.locator("#f-priority").selectOption("2");
        dana.locator("#f-impact").selectOption("POSSIBLE");
        dana.locator("#f-visibility").selectOption("PUBLIC");
        dana.locator("form[action$='/judgement'] button[type=submit]").click();
        house.inspect(dana);
        unfold(dana, "/assignment");
        dana.locator("#f-team").selectOption("1");
        dana.locator("form[action$='/assignment'] button[type=submit]").click();
        assertThat(panel(dana, "ticket")).containsText("IR1");
        var mika = house.at(MIKA, path);
        assertThat(mika.locator(".labels")).containsText(says(mika, "desk.status.triaged"));
    }

    static void unfold(Page page, String ending) {
        var fold = page.locator("details:has(form[action$='" + ending + "'])").last();
        if (fold.getAttribute("open") == null) {
            fold.locator("summary").first().click();
        }
    }

    /** The event owner's liaison reads the question, and nothing else. */
    static void impactIsConfirmed(Visitors house, String path, String title, String run) {
        var dana = house.at(DANA, path);
        assertThat(panel(dana, "ticket")).containsText(says(dana, "desk.unconfirmed"));
        unfold(dana, "/inquiries");
        dana.locator("#f-question").fill("Does a booking outage reach the venues? " + run);
        dana.locator("form[action$='/inquiries'] button[type=submit]").click();
        var gen = house.at(GEN, "/desk");
        var asked = panel(gen, "asked").locator("section", new Locator.LocatorOptions().setHasText(run));
        assertThat(asked).hasCount(1);
        assertThat(gen.locator("main")).not().containsText(title);
        house.inspect(gen);
        asked.locator("input[name=impact][value=NONE]").check();
        asked.locator("button[type=submit]").click();
        house.at(DANA, path);
        assertThat(panel(dana, "ticket")).containsText(says(dana, "desk.confirmed-by-owner"));
    }

    static void helped(Visitors house, String path) {
        var dana = house.at(DANA, path);
        unfold(dana, "/supports");
        dana.locator("#f-agency").selectOption(AGENCY.toString());
        dana.locator("input[name=kinds][value=INVESTIGATION]").check();
        dana.locator("form[action$='/supports'] textarea").fill("Please look at the requests");
        dana.locator("#f-scope").fill("One log file");
        dana.locator("form[action$='/supports'] button[type=submit]").click();
        house.inspect(dana);
        var jun = house.at(JUN, path);
        jun.locator("button[name=verdict][value=ACCEPTED]").click();
        jun.locator("form[action$='/findings'] textarea").fill("A known tool; block the address.");
        jun.locator("form[action$='/findings'] button[type=submit]").click();
        house.inspect(jun);
        for (Actor reader : List.of(MIKA, DANA)) {
            assertThat(panel(house.at(reader, path), "supports")).containsText("A known tool");
        }
        assertThat(house.at(PAUL, path).getByText("A known tool")).hasCount(0);
    }

    /** What the reporter wrote meanwhile is not answered over, and the officer's words are not lost. */
    static void answeredAndClosed(Visitors house, String path) {
        var dana = house.at(DANA, path);
        dana.locator("#f-answer").fill("Block the address; the agency has looked at it.");
        var mika = house.at(MIKA, path);
        mika.locator("#f-comment").fill("The site is up again.");
        mika.locator("form[action$='/comments'] button[type=submit]").click();
        dana.locator("form[action$='/answers'] button[value=send]").click();
        assertThat(dana.locator("main")).containsText(says(dana, "desk.newer-word"));
        assertThat(dana.locator("#f-answer")).hasValue("Block the address; the agency has looked at it.");
        house.inspect(dana);
        dana.locator("form[action$='/answers'] button[value=send]").click();
        assertThat(dana.locator(".comments")).containsText("Block the address");
        unfold(dana, "/closure");
        dana.locator("#f-outcome").fill("Recovered at 11:20");
        dana.locator("#f-lessons").fill("Ask for spare capacity before the opening");
        dana.locator("#f-cause").selectOption("DOS");
        dana.locator("#f-effect").selectOption("SITE_VIEWING");
        dana.locator("#f-rsit").selectOption("AVAILABILITY_DDOS");
        dana.locator("#f-continuity").selectOption("2");
        dana.locator("#f-safety").selectOption("0");
        dana.locator("#f-other").selectOption("1");
        dana.locator("form[action$='/closure'] button[value=end]").click();
        assertThat(panel(dana, "ticket")).containsText(says(dana, "desk.severity.2"));
        house.inspect(dana);
        var closed = house.at(MIKA, path);
        assertThat(closed.locator(".labels")).containsText(says(closed, "desk.status.closed"));
        assertThat(closed.locator("main")).not().containsText("spare capacity");
    }

    /** The evening's edition, with all of these, approved by somebody else and kept as a numbered copy. */
    static void reportedUpwards(Visitors house, List<String> titles) {
        var dana = house.at(DANA, "/desk/reports");
        if (dana.locator("#recipient-coordination").count() > 0) {
            dana.locator("#recipient-coordination").fill("Coordination Centre");
            dana.locator("form[action='/desk/reports/series/coordination/rhythm'] button[type=submit]")
                    .click();
        }
        var arrange = "form[action='/desk/reports/series/coordination']";
        dana.locator("details:has(" + arrange + ") summary").first().click();
        dana.locator("#due-coordination-AM").fill("00:00");
        dana.locator("#due-coordination-PM").fill("23:59");
        dana.locator(arrange + " button[type=submit]").click();
        house.inspect(dana);
        panel(dana, "next")
                .locator("form")
                .filter(new Locator.FilterOptions().setHas(dana.locator("input[name=series][value=coordination]")))
                .filter(new Locator.FilterOptions().setHas(dana.locator("input[name=half][value=PM]")))
                .locator("button")
                .click();
        for (var title : titles) {
            assertThat(dana.locator("article")).containsText(title);
        }
        assertThat(dana.locator("h1")).containsText(says(dana, "desk.half.pm"));
        house.inspect(dana);
        var report = dana.url().replaceAll("https?://[^/]+", "");
        var toru = house.at(TORU, report);
        button(toru, "/sending").click();
        assertThat(toru.locator("article")).containsText("SHA-256");
        house.inspect(toru);
    }
}
