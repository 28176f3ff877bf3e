/** Where the host keeps what the census of costs reads and fills (see ../cost-room.ts). */
export declare const costFixed: usize;
export declare const costEmergency: usize;
export declare const costNeed: usize;
export declare const needPerYear: usize;
export declare const needMultiplier: usize;
export declare const pairOfPractice: usize;
export declare const pairOfSystem: usize;
export declare const healthyCount: usize;
export declare const healthyRisk: usize;
export declare const illCount: usize;
export declare const illCost: usize;
export declare const illTrueCost: usize;
