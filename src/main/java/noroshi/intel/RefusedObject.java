package noroshi.intel;

/** An object of a bundle that was not taken. The position counts from 1; the identifier may be missing. */
public record RefusedObject(int position, String stixId, Reason reason) {}
