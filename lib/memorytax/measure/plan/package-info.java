/// What is to be weighed, in which order and how often: a [Series] lists contenders, [RunPlan] has them weighed or
/// watched. It may use the two other rooms of `measure`, and `child`. Begin with [Scale], which a step is given.
package memorytax.measure.plan;
