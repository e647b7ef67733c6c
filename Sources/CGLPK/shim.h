#ifndef REABLE_CGLPK_SHIM_H
#define REABLE_CGLPK_SHIM_H

#include <glpk.h>

#endif
