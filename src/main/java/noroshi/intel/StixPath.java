package noroshi.intel;

import org.jspecify.annotations.Nullable;

/** Where in an object something stands, as selectors write it: {@code external_references.[0].url}. */
record StixPath(@Nullable StixPath parent, String step) {
    static StixPath of(String property) {
        return new StixPath(null, property);
    }

    StixPath to(String property) {
        return new StixPath(this, property);
    }

    StixPath at(int index) {
        return new StixPath(this, "[" + index + "]");
    }

    /** Beside this: the path of another property of the same part. */
    static String beside(@Nullable StixPath part, String property) {
        return part == null ? property : part.to(property).toString();
    }

    @Override
    public String toString() {
        return parent == null ? step : parent + "." + step;
    }
}
