/** The shipped mapping files, checked as a specification: both generations, formats, contracts, samples and manual. */
package io.hcpnbridge.mappings;
