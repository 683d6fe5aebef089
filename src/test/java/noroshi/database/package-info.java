@org.jspecify.annotations.NullMarked
package noroshi.database;
