package noroshi.insight.web;

import java.util.List;
import noroshi.insight.OrganisationReach;
import noroshi.site.Choice;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * What the organisations opened.
 *
 * @param shows all of them, or only the silent ones
 * @param groups the same figures by category and by key service
 */
public record ReachPage(
        Chosen chosen,
        List<Step> shows,
        String category,
        String sector,
        List<Choice> categories,
        List<Choice> sectors,
        List<OrganisationReach> rows,
        int organisations,
        int silent,
        int share,
        List<Group> groups,
        int number,
        boolean more) {

    /** Organisations of one kind together. */
    public record Group(
            String field, String code, String name, int organisations, int silent, int addressed, int opened) {
        public int share() {
            return addressed == 0 ? 0 : Math.round(opened * 100f / addressed);
        }
    }

    /** The address of the same list to take away. */
    public String file(String ending) {
        return chosen.at("/insight/reach." + ending) + "&show=" + Ui.parameter("show") + "&category=" + category
                + "&sector=" + sector;
    }

    /** The address of the same list for one kind of organisations. */
    public String at(Group group) {
        return chosen.at("/insight/reach") + "&" + group.field() + "=" + group.code();
    }
}
