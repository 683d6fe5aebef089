package noroshi.form.web;

import java.util.List;
import java.util.Optional;
import noroshi.form.Form;
import noroshi.form.FormEdition;
import noroshi.site.Step;

/** The offices' forms as the desk keeps them. */
public record EditionsPage(List<Line> forms, List<Step> crumbs) {

    /** One form with its editions, newest first. */
    public record Line(Form form, List<FormEdition> editions) {
        public Optional<FormEdition> draft() {
            return editions.stream().filter(FormEdition::draft).findFirst();
        }

        /** The edition that comes into force on a day that is still to come. */
        public Optional<FormEdition> next() {
            return editions.stream()
                    .filter(it -> !it.draft() && it.number() > form.edition())
                    .findFirst();
        }
    }
}
