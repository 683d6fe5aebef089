@org.jspecify.annotations.NullMarked
package noroshi.intel.web;
